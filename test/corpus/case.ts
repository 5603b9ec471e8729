import { createHash } from 'node:crypto';

/** A value as the cases write it: JSON, `{ "$raw": "1e3" }` for a token as it stands, `{ "$repeat": ["a", 254] }` for a long text. */
export type CaseValue = string | number | boolean | null | readonly CaseValue[] | { readonly [key: string]: CaseValue };

/**
 * One step from a base object to a case; paths are JSON pointers.
 * `set` a value, `remove` a key or item, `append` to a list, `rename` a key, write a key `twice`.
 */
export type Step =
  | readonly ['set', string, CaseValue]
  | readonly ['append', string, CaseValue]
  | readonly ['remove', string]
  | readonly ['rename', string, string]
  | readonly ['twice', string, CaseValue];

/** One object that is sent to the API server, or one update of an object. */
export interface Case {
  /** The name of the base object. */
  readonly base: string;
  /** The steps that make the object from it. */
  readonly do: readonly Step[];
  /** Of an update: the steps that make the old object from the same base. @default - the base itself */
  readonly old?: readonly Step[];
  /** What the namespace enforces. @default 'privileged' */
  readonly podSecurity?: 'baseline' | 'restricted';
}

/** Any JSON object. */
export type Tree = Record<string, unknown>;

/** A short name of a case that depends on nothing but its content. */
export function caseId(one: Case): string {
  return createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 12);
}

class Raw {
  public constructor(public readonly text: string) {}
}

/** Marks the second of two keys that are written alike. */
const again = '\u0001';

/** Makes the object of a case. */
export function applySteps(base: Tree, steps: readonly Step[]): Tree {
  let object = structuredClone(base);
  for (const step of steps) {
    const keys = step[1].split('/').slice(1).map(unescape);
    if (keys.length === 0) {
      object = valueOf(step[2] as CaseValue) as Tree;
      continue;
    }
    const last = keys.pop() as string;
    let parent = object;
    for (const key of keys) parent = parent[key] as Tree;
    if (typeof parent !== 'object' || parent === null || parent instanceof Raw) {
      throw new Error(`${step[1]} is not there`);
    }
    change(parent, last, step);
  }
  return object;
}

function change(parent: Tree, key: string, step: Step): void {
  switch (step[0]) {
    case 'set':
      parent[key] = valueOf(step[2]);
      return;
    case 'append':
      (parent[key] as unknown[]).push(valueOf(step[2]));
      return;
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return;
    case 'rename':
      if (!(key in parent)) throw new Error(`${step[1]} is not there`);
      parent[step[2]] = parent[key];
      delete parent[key];
      return;
    case 'twice':
      parent[key + again] = valueOf(step[2]);
  }
}

function unescape(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A path from keys. */
export function pointer(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueOf(value: CaseValue): unknown {
  if (Array.isArray(value)) return value.map(valueOf);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as { readonly [key: string]: CaseValue };
  if (typeof object.$raw === 'string') return new Raw(object.$raw);
  if (Array.isArray(object.$repeat)) return String(object.$repeat[0]).repeat(Number(object.$repeat[1]));
  return Object.fromEntries(Object.entries(object).map(([key, item]) => [key, valueOf(item)]));
}

/** The JSON text of an object: number tokens and keys that are there twice included. */
export function textOf(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key.replace(again, ''))}:${textOf(item)}`,
  );
  return `{${members.join(',')}}`;
}
