import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(__dirname, '../../src/constructs');

/** A member of an exported interface or type of the constructs, and its doc comment. */
interface Documented {
  readonly name: string;
  readonly comment: string;
  readonly isOptional: boolean;
}

function members(): readonly Documented[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest))
    .flatMap((source) => source.statements.filter(isPublicType).flatMap((statement) => membersOf(statement, source)));
}

function isPublicType(statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isType && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function membersOf(statement: ts.InterfaceDeclaration | ts.TypeAliasDeclaration, source: ts.SourceFile): Documented[] {
  const found: Documented[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) {
      const isNever = node.type?.kind === ts.SyntaxKind.NeverKeyword;
      const comment = source.text.slice(node.getFullStart(), node.getStart(source));
      const name = `${statement.name.text}.${node.name.text}`;
      if (!isNever) found.push({ name, comment, isOptional: node.questionToken !== undefined });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

/** Types that no package can import. */
const inner = ['DeploymentProps', 'SettledDefaults'];
const props = members().filter(
  ({ name }) => /(Props|Options|Objects|Defaults)\./.test(name) && !inner.includes(name.split('.')[0]!),
);

test('every prop says what it is', () => {
  expect(props.length).toBeGreaterThan(300);
  expect(props.filter(({ comment }) => !comment.includes('/**')).map(({ name }) => name)).toEqual([]);
});

test('every prop that can be left out says what holds then', () => {
  const optional = props.filter(({ isOptional }) => isOptional);
  expect(optional.filter(({ comment }) => !comment.includes('@default')).map(({ name }) => name)).toEqual([]);
});
