import { fieldsOf } from '../api/field-types';
import type { FieldType } from '../api/field-types';
import { fieldsByType } from '../api/fields';
import type { KubernetesObject } from '../manifest/manifest';
import { isBuiltIn } from './compared-object';
import { canonical, isMap, textIn } from './data';
import type { Fields } from './data';
import { itemPath, keyPath } from './field-change';
import type { FieldChange } from './field-change';
import { keyValues, meaningOf, meaningText } from './list-meaning';
import { meanTheSame } from './same-value';

/** Data nested deeper than this is compared as a whole. */
const deepest = 100;

/**
 * Every field in which two objects differ, in the order of the object that will be: lists by their merge keys, quantities and
 * ports by what they mean. Values of a Secret are left out.
 */
export function compareFields(before: KubernetesObject, after: KubernetesObject): readonly FieldChange[] {
  const apiVersion = textIn(after.apiVersion);
  const kind = textIn(after.kind);
  const known = isBuiltIn(apiVersion);
  // What does not say its kind may be a Secret out of a list of Secrets.
  const isSecret = kind === '' || (known && kind === 'Secret' && !apiVersion.includes('/'));
  const comparison = new Comparison(known, isSecret);
  comparison.maps(before, after, '', known && kind in fieldsByType ? { type: kind, shape: 'object' } : unknownType, 0);
  return comparison.changes;
}

const unknownType: FieldType = { type: '', shape: 'object' };

class Comparison {
  readonly changes: FieldChange[] = [];

  constructor(
    private readonly isKnown: boolean,
    private readonly isSecret: boolean,
  ) {}

  maps(before: Fields, after: Fields, path: string, { shape, type }: FieldType, depth: number): void {
    const fields = type === '' || shape === 'map' ? undefined : fieldsOf(type);
    const inner: FieldType = shape === 'map' && type !== '' ? { type, shape: 'object' } : unknownType;
    for (const key of Object.keys(after)) {
      this.values(own(before, key), after[key], keyPath(path, key), fields?.get(key) ?? inner, depth);
    }
    for (const key of Object.keys(before)) {
      if (Object.hasOwn(after, key)) continue;
      this.values(before[key], undefined, keyPath(path, key), fields?.get(key) ?? inner, depth);
    }
  }

  private values(before: unknown, after: unknown, path: string, type: FieldType, depth: number): void {
    if (before === after || (before == null && after == null)) return;
    if (depth < deepest && isMap(before) && isMap(after)) this.maps(before, after, path, type, depth + 1);
    else if (depth < deepest && Array.isArray(before) && Array.isArray(after)) {
      this.lists(before, after, path, type, depth + 1);
    } else if (before == null) this.add({ path, kind: 'added', after });
    else if (after == null) this.add({ path, kind: 'removed', before });
    else if (!(this.isKnown && meanTheSame(before, after, path)) && !this.sayTheSame(before, after)) {
      this.add({ path, kind: 'changed', before, after });
    }
  }

  private sayTheSame(before: unknown, after: unknown): boolean {
    return typeof before === 'object' && typeof after === 'object' && canonical(before) === canonical(after);
  }

  private lists(
    before: readonly unknown[],
    after: readonly unknown[],
    path: string,
    type: FieldType,
    depth: number,
  ): void {
    const keys = type.shape === 'list' ? type.keys : undefined;
    const item: FieldType = { type: type.shape === 'list' ? type.type : '', shape: 'object' };
    const meaning = this.isKnown ? meaningOf(keys, path, before, after) : meaningOf(undefined, '', before, after);
    if (meaning.kind === 'keyed') this.keyed(before, after, path, meaning.keys, item, depth);
    else if (meaning.kind === 'set') this.sets(before, after, path);
    else this.sequences(before, after, path, item, depth);
  }

  private keyed(
    before: readonly unknown[],
    after: readonly unknown[],
    path: string,
    keys: readonly string[],
    type: FieldType,
    depth: number,
  ): void {
    const read = (items: readonly unknown[]): ReadonlyMap<string, unknown> =>
      new Map(items.map((item) => [itemPath(path, keys, keyValues(keys, item)), item]));
    const [old, now] = [read(before), read(after)];
    for (const [place, item] of now) this.values(old.get(place), item, place, type, depth);
    for (const [place, item] of old) if (!now.has(place)) this.values(item, undefined, place, type, depth);
  }

  private sets(before: readonly unknown[], after: readonly unknown[], path: string): void {
    const place = `${path}[]`;
    const [old, now] = [before, after].map((items) => items.map((item) => ({ item, text: meaningText(item, place) })));
    const counts = new Map<string, number>();
    for (const { text } of old) counts.set(text, (counts.get(text) ?? 0) + 1);
    const take = (text: string): number => {
      const left = counts.get(text) ?? 0;
      counts.set(text, left - 1);
      return left;
    };
    const added = now.filter(({ text }) => take(text) <= 0);
    const removed = old.filter(({ text }) => take(text) > 0);
    for (const { item } of removed) this.add({ path: place, kind: 'removed', before: item });
    for (const { item } of added) this.add({ path: place, kind: 'added', after: item });
  }

  /** What is the same at the start and at the end stays; between, items are compared one by one. */
  private sequences(
    before: readonly unknown[],
    after: readonly unknown[],
    path: string,
    type: FieldType,
    depth: number,
  ): void {
    const isSame = (left: unknown, right: unknown): boolean => left === right || canonical(left) === canonical(right);
    let start = 0;
    while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1;
    let [oldEnd, newEnd] = [before.length, after.length];
    while (oldEnd > start && newEnd > start && isSame(before[oldEnd - 1], after[newEnd - 1])) {
      oldEnd -= 1;
      newEnd -= 1;
    }
    for (let index = start; index < Math.max(oldEnd, newEnd); index += 1) {
      const old = index < oldEnd ? before[index] : undefined;
      const now = index < newEnd ? after[index] : undefined;
      this.values(old, now, `${path}[${index}]`, type, depth);
    }
  }

  private add(change: FieldChange): void {
    const isHidden =
      this.isSecret &&
      /^(?:data|stringData|metadata\.annotations\[kubectl\.kubernetes\.io\/last-applied)/.test(change.path);
    this.changes.push(isHidden ? { path: change.path, kind: change.kind, isHidden } : change);
  }
}

function own(map: Fields, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
