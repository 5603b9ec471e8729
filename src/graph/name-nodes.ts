import type { ObjectIdentity } from '../problems/problem';

const longest = 120;

/**
 * Names that every notation takes as they are: letters, digits and `_`, with an upper-case letter first, so that none is a
 * keyword. They say what they are, so that a drawing that is kept in Git changes where the objects do.
 */
export function nameNodes(
  nodes: readonly { readonly is: string; readonly identity: ObjectIdentity }[],
): readonly string[] {
  const taken = new Map<string, number>();
  return nodes.map(({ identity, is }) => {
    const { kind, name, namespace } = identity;
    const parts = [is === 'object' ? '' : is === 'outside' ? 'Outside' : 'Selected', kind, namespace ?? '', name];
    const text = parts
      .filter((part) => part !== '')
      .join('_')
      .replace(/[^A-Za-z0-9]/g, '_')
      .slice(0, longest);
    return unique(/^[A-Z]/.test(text) ? text : `Object_${text}`, taken);
  });
}

/** The text itself, or the first one with a number after it that is free. */
export function unique(text: string, taken: Map<string, number>): string {
  let count = taken.get(text) ?? 0;
  if (count === 0) {
    taken.set(text, 1);
    return text;
  }
  let name: string;
  do {
    count += 1;
    name = `${text}_${count}`;
  } while (taken.has(name));
  taken.set(text, count).set(name, 1);
  return name;
}
