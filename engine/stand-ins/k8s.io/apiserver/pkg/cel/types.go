package cel

// DeclType is a type that rules see.
type DeclType struct {
	ElemType *DeclType
	Fields   map[string]*DeclField
}

// DeclField is a field of such a type.
type DeclField struct{ Type *DeclType }

// Escape makes a name that rules can use: here there is none.
func Escape(string) (string, bool) { return "", false }
