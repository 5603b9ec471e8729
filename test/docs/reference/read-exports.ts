import ts from 'typescript';
import type { DocumentedExport, DocumentedMember, Documentation, ExportKind } from './documented';
import { type PublicProgram, fileOf } from './public-program';
import { codeOf, documentationOf, signatureOf } from './read-node';

/** Everything that the root of the package exports, by name. */
export function readExports(program: PublicProgram): readonly DocumentedExport[] {
  return [...program.exported].map(([name, symbol]) => readExport(program, name, symbol));
}

function readExport(program: PublicProgram, name: string, symbol: ts.Symbol): DocumentedExport {
  const { checker } = program;
  const declaration = symbol.declarations![0]!;
  const documentation = documentationOf(checker, symbol);
  const shared = { name, file: fileOf(symbol), documentation };
  if (ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)) {
    const { bases, symbols } = familyOf(program, declaration);
    const members = symbols.flatMap((member) => readMember(checker, member));
    const isClass = ts.isClassDeclaration(declaration) && program.values.has(name);
    const made = isClass ? constructorOf(checker, declaration) : {};
    return { ...shared, kind: isClass ? 'class' : 'interface', code: codeOf(declaration), ...made, members, bases };
  }
  if (ts.isVariableDeclaration(declaration)) {
    const members = functionsOf(checker, declaration).flatMap((member) => readMember(checker, member));
    return { ...shared, kind: 'constant', code: codeOf(declaration), members, bases: [] };
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    const properties = propertiesIn(declaration).flatMap((node) =>
      readMember(checker, checker.getSymbolAtLocation(node.name)!),
    );
    // Either the comment on the type says it all, or each property has one.
    const members = properties.some((property) => property.documentation.text !== '') ? properties : [];
    return { ...shared, kind: 'type', code: codeOf(declaration), members, bases: [] };
  }
  const kind: ExportKind = ts.isSourceFile(declaration) ? 'module' : 'function';
  const code = kind === 'module' ? `import { ${name} } from 'cdk8s-plimsoll'` : signatures(symbol).join('\n');
  return { ...shared, kind, code, members: [], bases: [] };
}

type Family = ts.ClassDeclaration | ts.InterfaceDeclaration;

/** The members of a declaration and of its bases that are not exported, and the bases that are. */
function familyOf(
  program: PublicProgram,
  declaration: Family,
): { bases: readonly string[]; symbols: readonly ts.Symbol[] } {
  const { checker, exported } = program;
  const own = declaration.members.flatMap((member) => {
    const symbol = 'name' in member && member.name ? checker.getSymbolAtLocation(member.name as ts.Node) : undefined;
    return symbol !== undefined && isPublic(member) && !isRuledOut(member) ? [symbol] : [];
  });
  const bases: string[] = [];
  const symbols = new Set(own);
  const extended = (declaration.heritageClauses ?? []).filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  for (const { expression } of extended.flatMap(({ types }) => [...types])) {
    const found = checker.getSymbolAtLocation(expression);
    const base = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    const from = base?.declarations?.find(
      (one): one is Family => ts.isClassDeclaration(one) || ts.isInterfaceDeclaration(one),
    );
    if (base === undefined || from === undefined) continue;
    if (exported.get(base.name) === base) bases.push(base.name);
    else {
      const family = familyOf(program, from);
      bases.push(...family.bases);
      const names = new Set([...symbols].map(({ name }) => name));
      for (const symbol of family.symbols) if (!names.has(symbol.name)) symbols.add(symbol);
    }
  }
  return { bases, symbols: [...symbols] };
}

function isPublic(member: ts.Node): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const flags = ts.canHaveModifiers(member) ? ts.getCombinedModifierFlags(member as ts.Declaration) : 0;
  return (flags & hidden) === 0 && !ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal');
}

/** A property that is there to say that it must not be, `routes?: never`. */
function isRuledOut(member: ts.Node): boolean {
  return ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.NeverKeyword;
}

function constructorOf(
  checker: ts.TypeChecker,
  declaration: ts.ClassDeclaration,
): Pick<DocumentedExport, 'constructedWith'> {
  const made = declaration.members.find(ts.isConstructorDeclaration);
  if (made === undefined || !isPublic(made)) return {};
  const symbol = (made as unknown as { readonly symbol: ts.Symbol }).symbol;
  return {
    constructedWith: {
      code: `new ${declaration.name!.text}(${made.parameters.map(signatureOf).join(', ')})`,
      documentation: documentationOf(checker, symbol),
    },
  };
}

/** What an object offers that consists of functions, such as `cron`; of any other it is enough to know the type. */
function functionsOf(checker: ts.TypeChecker, { initializer }: ts.VariableDeclaration): readonly ts.Symbol[] {
  const value = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
  if (value === undefined || !ts.isObjectLiteralExpression(value)) return [];
  const symbols = value.properties.map((property) =>
    ts.isShorthandPropertyAssignment(property)
      ? checker.getShorthandAssignmentValueSymbol(property)
      : property.name && checker.getSymbolAtLocation(property.name),
  );
  const called = symbols.filter((symbol) => symbol?.declarations?.some(ts.isFunctionLike));
  return called.length === symbols.length ? (called as ts.Symbol[]) : [];
}

/** The properties that a type spells out at its top: `{ … }`, alone or in a union or intersection. */
function propertiesIn(declaration: ts.TypeAliasDeclaration): readonly ts.PropertySignature[] {
  const found = new Map<string, ts.PropertySignature>();
  const walk = (type: ts.TypeNode): void => {
    if (ts.isParenthesizedTypeNode(type)) walk(type.type);
    else if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) type.types.forEach(walk);
    else if (ts.isTypeLiteralNode(type)) {
      for (const member of type.members.filter(ts.isPropertySignature)) {
        const key = member.name.getText();
        if (!isRuledOut(member) && !found.has(key)) found.set(key, member);
      }
    }
  };
  walk(declaration.type);
  return [...found.values()];
}

function readMember(checker: ts.TypeChecker, symbol: ts.Symbol): readonly DocumentedMember[] {
  const declaration = symbol.declarations![0]!;
  const documentation: Documentation = documentationOf(checker, symbol);
  if (isOfLibrary(declaration) && documentation.text === '') return [];
  const isMethod = ts.isFunctionLike(declaration) && !ts.isAccessor(declaration);
  const type = isMethod ? signatures(symbol).join('\n') : typeOf(checker, symbol, declaration);
  const isRequired = (symbol.flags & ts.SymbolFlags.Optional) === 0;
  return [{ name: symbol.name, isMethod, isRequired, type, documentation }];
}

/** What overrides a member of another package, such as the name of an error, is described there. */
function isOfLibrary(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Override) !== 0;
}

function typeOf(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.Declaration): string {
  const written = (declaration as ts.PropertySignature).type;
  return written === undefined ? checker.typeToString(checker.getTypeOfSymbol(symbol)) : codeOf(written);
}

/** As a caller sees them: of several, the one with the body is nobody's. */
function signatures(symbol: ts.Symbol): readonly string[] {
  const declarations = symbol.declarations!.filter(ts.isFunctionLike);
  const seen =
    declarations.length > 1 ? declarations.filter((one) => !(one as ts.FunctionDeclaration).body) : declarations;
  return seen.map(signatureOf);
}
