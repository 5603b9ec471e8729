import { load, YAML11_SCHEMA } from 'js-yaml';
import { parse } from 'yaml';

/** A reader of YAML other than Kubernetes' own, which is in `kubectl.ts`. */
export interface Reader {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** The readers that get back all that is printed. */
export const readers: readonly Reader[] = [
  { name: 'yaml, version 1.1', read: (text) => parse(text, { version: '1.1', logLevel: 'error' }) as unknown },
  { name: 'yaml, version 1.2', read: (text) => parse(text, { logLevel: 'error' }) as unknown },
  { name: 'js-yaml', read: (text) => load(text) },
];

/**
 * js-yaml with dates, merges and the other types of YAML 1.1, as its versions before 5 read by default. It gets back every text, but
 * takes numbers with an exponent and no point (`1e+21`), which cdk8s prints too, for text.
 */
export const strictReader: Reader = {
  name: 'js-yaml with its YAML 1.1 types',
  read: (text) => load(text, { schema: YAML11_SCHEMA }),
};

/** The data as any reader can give it back: null for undefined, 0 for -0, infinities and NaN by name. */
export function comparable(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : { number: String(value) };
  if (Array.isArray(value)) return Array.from(value, comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, child]) => [key, comparable(child)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
