package cel

import "k8s.io/apiserver/pkg/cel/environment"

// Compiler compiles.
type Compiler interface {
	CompileCELExpression(ExpressionAccessor, OptionalVariableDeclarations, environment.Type) CompilationResult
}

// CompositedCompiler compiles nothing.
type CompositedCompiler struct{}

// NewCompiler makes one.
func NewCompiler(*environment.EnvSet) Compiler { return &CompositedCompiler{} }

// NewCompositedCompiler makes one.
func NewCompositedCompiler(*environment.EnvSet) (*CompositedCompiler, error) {
	return &CompositedCompiler{}, nil
}

// CompileCELExpression compiles nothing.
func (*CompositedCompiler) CompileCELExpression(ExpressionAccessor, OptionalVariableDeclarations, environment.Type) CompilationResult {
	Asked++
	return CompilationResult{}
}

// CompileAndStoreVariable compiles nothing.
func (*CompositedCompiler) CompileAndStoreVariable(ExpressionAccessor, OptionalVariableDeclarations, environment.Type) CompilationResult {
	Asked++
	return CompilationResult{}
}
