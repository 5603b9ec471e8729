import ts from 'typescript';
import type { Documentation } from './documented';

/** What the doc comment of a symbol says, or that of the base it comes from. */
export function documentationOf(checker: ts.TypeChecker, symbol: ts.Symbol): Documentation {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
  const tags = symbol
    .getJsDocTags(checker)
    .map(({ name, text: parts }) => ({ name, text: ts.displayPartsToString(parts).trim() }));
  const all = (name: string): readonly string[] => tags.filter((tag) => tag.name === name).map((tag) => tag.text);
  return {
    text: linked(text || ownText(symbol)),
    default: all('default')[0],
    throws: all('throws').map((thrown) => thrown.replace(/^\{?(\w+)\}?\s*/, '`$1` ')),
    see: all('see').map((seen) => linked(seen).replace(/^\[?(https?):\s*:?\/\//, '$1://')),
    examples: all('example'),
    parameters: all('param').map((parameter) => {
      const [name = '', ...words] = parameter.split(' ');
      return [name, words.join(' ').replace(/^- /, '')] as const;
    }),
  };
}

/** Doc comments name pages by their path in the project. */
function linked(text: string): string {
  return text.replace(/\bdocs\/([\w/-]+\.md)/g, '[$&](../$1)');
}

/** The comment above an `export * as` or a variable, which the compiler does not count as the symbol's. */
function ownText(symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || !ts.isSourceFile(declaration)) return '';
  const [comment] = ts.getLeadingCommentRanges(declaration.text, 0) ?? [];
  if (comment === undefined) return '';
  return declaration.text
    .slice(comment.pos, comment.end)
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^\s*\* ?/gm, '')
    .trim();
}

/** A declaration as it was written, without its body and what only the compiler needs. */
export function codeOf(node: ts.Node): string {
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node))
    return tidy(textUntil(node, node.members.pos - 1));
  if (ts.isVariableDeclaration(node))
    return tidy(`const ${node.name.getText()}${node.type ? `: ${node.type.getText()}` : ''}`);
  return tidy(node.getText());
}

/** A function or method without its body, or a parameter without its default. */
export function signatureOf(node: ts.SignatureDeclaration | ts.ParameterDeclaration): string {
  if (ts.isParameter(node)) {
    const optional = (node.questionToken ?? node.initializer) ? '?' : '';
    const name = ts.isIdentifier(node.name) ? node.name.text : 'options';
    return tidy(`${node.dotDotDotToken ? '...' : ''}${name}${optional}: ${node.type?.getText() ?? 'unknown'}`);
  }
  const isFunction = ts.isFunctionDeclaration(node);
  const isStatic =
    ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  const typeParameters = node.typeParameters ? `<${node.typeParameters.map((one) => one.getText()).join(', ')}>` : '';
  const parameters = node.parameters.map(signatureOf).join(', ');
  const returned = node.type ? `: ${node.type.getText()}` : '';
  return tidy(
    `${isFunction ? 'function ' : isStatic ? 'static ' : ''}${node.name?.getText() ?? ''}${typeParameters}(${parameters})${returned}`,
  );
}

function textUntil(node: ts.Node, end: number): string {
  return node.getSourceFile().text.slice(node.getStart(), end);
}

function tidy(code: string): string {
  return code.replace(/^export /, '').trim();
}
