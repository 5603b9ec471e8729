import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const project = resolve(__dirname, '../../..');
const root = join(project, 'src/index.ts');

/** The sources behind the root of the package, and what the root exports. */
export interface PublicProgram {
  readonly checker: ts.TypeChecker;
  /** By name. Each is what is meant in the end: no alias. */
  readonly exported: ReadonlyMap<string, ts.Symbol>;
  /** Names that are there when a program runs; of the others only the type is exported. */
  readonly values: ReadonlySet<string>;
}

/**
 * Reads the sources without the libraries that they use: a reference shows types as they were written, so nothing of
 * another package is looked up, and the reading takes a second in place of ten.
 */
export function readPublicProgram(): PublicProgram {
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, noLib: true, types: [], strict: true };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => ({
      resolvedModule: text.startsWith('.') ? ours(dirname(containing), text) : undefined,
    }));
  const program = ts.createProgram([root], options, host);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(root)!;
  const module = checker.getSymbolAtLocation(file)!;
  const values = new Set(file.statements.filter(ts.isExportDeclaration).flatMap(valuesOf));
  const exported = checker
    .getExportsOfModule(module)
    .map((symbol) => [symbol.name, isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol] as const)
    .filter(([name, symbol]) => values.has(name) || (symbol.flags & ts.SymbolFlags.Type) !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { checker, exported: new Map(exported), values };
}

/** Path of the file that declares a symbol, from the folder of the project. */
export function fileOf(symbol: ts.Symbol): string {
  return symbol.declarations![0]!.getSourceFile().fileName.slice(project.length + 1);
}

/** `export type *` exports functions too, of which nothing but the type can be used. */
function valuesOf({ exportClause, isTypeOnly }: ts.ExportDeclaration): readonly string[] {
  if (isTypeOnly || exportClause === undefined) return [];
  if (ts.isNamespaceExport(exportClause)) return [exportClause.name.text];
  return exportClause.elements.filter((one) => !one.isTypeOnly).map(({ name }) => name.text);
}

function isAlias(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Alias) !== 0;
}

function ours(folder: string, name: string): ts.ResolvedModuleFull | undefined {
  const path = resolve(folder, name);
  const file = [`${path}.ts`, join(path, 'index.ts')].find((one) => existsSync(one));
  return file === undefined ? undefined : { resolvedFileName: file, extension: ts.Extension.Ts };
}
