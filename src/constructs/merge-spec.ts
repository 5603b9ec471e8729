import { PropsError } from '../problems/props-error';
import { either, show } from '../values/show';
import { nearest } from '../values/nearest';
import { type FieldType, fieldsOf } from '../api/field-types';
import type { Patch } from '../api/patch';

/** Whatever has a path in a construct tree. */
interface Located {
  readonly node: { readonly path: string };
}

type Fields = Record<string, unknown>;

/**
 * An object with an override merged in as Kubernetes merges a strategic merge patch. Neither of the two is changed.
 *
 * @param scope The construct that the override was given to.
 * @param prop The prop it was given in, such as `overrides.deployment`.
 * @throws {PropsError} for a field that the API does not have, and for an item that cannot be told from others
 */
export function mergeSpec<T extends { readonly kind: string }>(
  scope: Located,
  prop: string,
  object: T,
  patch: Patch<T>,
): T {
  const merge = new Merge(scope.node.path);
  return merge.value(object, patch, { type: object.kind, shape: 'object' }, prop) as T;
}

class Merge {
  constructor(private readonly construct: string) {}

  value(current: unknown, patch: unknown, type: FieldType, path: string): unknown {
    switch (type.shape) {
      case 'plain':
        return patch;
      case 'list':
        return this.list(current, patch, type, path);
      case 'map':
      case 'object':
        return this.fields(current, patch, type, path);
    }
  }

  private fields(current: unknown, patch: unknown, type: FieldType, path: string): unknown {
    if (!isFields(patch))
      return this.refuse(path, show(patch), 'an object with some of its fields', 'write the fields to change');
    const replaces = directive(patch, 'replace');
    const result: Fields = !replaces && isFields(current) ? { ...current } : {};
    const known = type.shape === 'object' ? fieldsOf(type.type) : undefined;
    for (const [key, change] of Object.entries(patch)) {
      if (key === '$patch' || change === undefined) continue;
      const here = `${path}.${key}`;
      const field =
        known === undefined
          ? ({ type: type.type, shape: type.type === '' ? 'plain' : 'object' } as const)
          : known.get(key);
      if (field === undefined) this.refuseField(here, key, [...known!.keys()]);
      else if (change === null) delete result[key];
      else result[key] = this.value(result[key], change, field, here);
    }
    return result;
  }

  private list(current: unknown, patch: unknown, type: FieldType, path: string): unknown {
    if (!Array.isArray(patch)) return this.refuse(path, show(patch), 'a list', 'put it in brackets');
    const changes = patch.filter((item) => !isListReplacement(item));
    const replaces = changes.length < patch.length;
    const keys = type.keys ?? [];
    const items: unknown[] = Array.isArray(current) && !replaces && keys.length > 0 ? [...current] : [];
    if (keys[0] === '=') return [...new Set([...items, ...changes])];
    changes.forEach((change, index) => this.item(items, change, type, keys, `${path}[${index}]`));
    return items;
  }

  /** Merges one item into the list, puts it at its end, or takes it out. */
  private item(items: unknown[], change: unknown, type: FieldType, keys: readonly string[], path: string): void {
    if (type.type === '') return void items.push(change);
    const itemType: FieldType = { type: type.type, shape: 'object' };
    if (keys.length === 0) return void items.push(this.value(undefined, change, itemType, path));
    const at = this.find(items, change, keys, path);
    const { $patch: order, ...fields } = change as Fields;
    if (order === 'delete') {
      const key = keys[0]!;
      if (at < 0)
        this.refuse(path, `no ${key} ${show(fields[key])} to delete`, found(items, key), 'name one that is there');
      items.splice(at, 1);
    } else if (at < 0) {
      items.push(this.value(undefined, fields, itemType, path));
    } else {
      items[at] = this.value(order === 'replace' ? undefined : items[at], fields, itemType, path);
    }
  }

  private find(items: readonly unknown[], change: unknown, keys: readonly string[], path: string): number {
    const primary = keys[0]!;
    if (!isFields(change) || change[primary] == null) {
      const fix = `write the ${primary} of the item to change, or { $patch: 'replace' } as the first item`;
      this.refuse(path, `without ${primary}`, `an item with its ${primary}`, fix);
    }
    const wanted = change as Fields;
    const matching = items.flatMap((item, index) =>
      keys.every((key) => wanted[key] === undefined || wanted[key] === keyOf(item as Fields, key)) ? [index] : [],
    );
    if (matching.length > 1) {
      this.refuse(
        path,
        `${show(wanted[primary])}, which ${matching.length} items have`,
        'one item',
        `add its ${either(keys.slice(1))}`,
      );
    }
    return matching[0] ?? -1;
  }

  private refuseField(path: string, key: string, known: readonly string[]): never {
    const near = nearest(key, known);
    const allowed = near.length > 0 ? either(near) : either([...known].sort());
    const fix = near.length > 0 ? `write ${near[0]}` : 'choose a field of the API';
    return this.refuse(path, 'no field of the API', allowed, fix);
  }

  private refuse(path: string, value: string, allowed: string, fix: string): never {
    throw new PropsError(this.construct, path, { found: value, allowed, fix });
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function directive(patch: Fields, order: string): boolean {
  return patch['$patch'] === order;
}

function isListReplacement(item: unknown): boolean {
  return isFields(item) && Object.keys(item).length === 1 && directive(item, 'replace');
}

/** The value of a merge key, with the one default that Kubernetes puts in for a key. */
function keyOf(item: Fields, key: string): unknown {
  return item[key] ?? (key === 'protocol' ? 'TCP' : undefined);
}

function found(items: readonly unknown[], key: string): string {
  return items.length === 0 ? 'nothing: the list is empty' : either(items.map((item) => show((item as Fields)[key])));
}
