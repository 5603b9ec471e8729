import type { SyntaxNode } from './syntax-node';

/**
 * Whether code says a value.
 *
 * @returns undefined where the code would have to run to tell
 */
export function says(node: SyntaxNode, value: unknown): boolean | undefined {
  switch (node.type) {
    case 'Literal':
      return node.value === value;
    case 'TemplateLiteral': {
      const [only, ...more] = node.quasis as readonly { readonly value: { readonly cooked?: string } }[];
      return more.length > 0 ? undefined : only?.value.cooked === value;
    }
    case 'UnaryExpression': {
      const { operator } = node as SyntaxNode & { readonly operator: string };
      return operator === '-' && typeof value === 'number' ? says(node.argument as SyntaxNode, -value) : undefined;
    }
    case 'ObjectExpression':
      return saysMap(node.properties as readonly SyntaxNode[], value);
    case 'ArrayExpression':
      return saysList(node.elements as readonly (SyntaxNode | null)[], value);
    default:
      return undefined;
  }
}

function saysMap(properties: readonly SyntaxNode[], value: unknown): boolean | undefined {
  if (typeof value !== 'object' || value === null) return false;
  if (properties.some((property) => keyOf(property) === undefined)) return undefined;
  if (properties.length !== Object.keys(value).length) return false;
  const values = value as Readonly<Record<string, unknown>>;
  return all(properties.map((property) => says(property.value as SyntaxNode, values[keyOf(property)!])));
}

function saysList(elements: readonly (SyntaxNode | null)[], value: unknown): boolean | undefined {
  if (!Array.isArray(value)) return false;
  if (elements.some((element) => element === null || element.type === 'SpreadElement')) return undefined;
  if (elements.length !== value.length) return false;
  return all(elements.map((element, index) => says(element!, (value as unknown[])[index])));
}

function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The key of a property; undefined where it is computed. */
export function keyOf(property: SyntaxNode): string | undefined {
  const key = property.key as SyntaxNode | undefined;
  if (key === undefined || property.computed === true) return undefined;
  return key.type === 'Identifier' ? (key.name as string) : String(key.value);
}
