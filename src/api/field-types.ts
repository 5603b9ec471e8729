import { fieldsByType } from './fields';
import { gatewayFieldsByType } from './gateway-fields';
import { laterFieldsByType } from './later-fields';

/** What a field of the API holds. */
export interface FieldType {
  /** Name of the type of the object, or of the items; `''` for plain values. */
  readonly type: string;
  /** How it is merged: as a value, field by field, key by key, or item by item. */
  readonly shape: 'plain' | 'object' | 'map' | 'list';
  /**
   * Merge keys of the items of a list.
   * @default - none: the list is replaced as a whole
   */
  readonly keys?: readonly string[];
}

const parsed = new Map<string, ReadonlyMap<string, FieldType>>();

/** The fields of a type of the API. Each type's text is read at most once, and only when it is asked for. */
export function fieldsOf(type: string): ReadonlyMap<string, FieldType> {
  let fields = parsed.get(type);
  if (fields === undefined) {
    const texts = [fieldsByType[type] ?? gatewayFieldsByType[type], laterFieldsByType[type]];
    const text = texts.filter((some) => some !== undefined).join(' ');
    fields = parseFields(text);
    parsed.set(type, fields);
  }
  return fields;
}

/** The fields that a text of `fieldsByType` tells of. */
export function parseFields(text: string): ReadonlyMap<string, FieldType> {
  return new Map(text.split(' ').map(parseField));
}

function parseField(text: string): [string, FieldType] {
  const colon = text.indexOf(':');
  if (colon < 0) return [text, { type: '', shape: 'plain' }];
  const name = text.slice(0, colon);
  const type = text.slice(colon + 1);
  if (type.endsWith('{}')) return [name, { type: type.slice(0, -2), shape: 'map' }];
  const bracket = type.indexOf('[');
  if (bracket < 0) return [name, { type, shape: 'object' }];
  const keys = type.slice(bracket + 1, -1);
  return [name, { type: type.slice(0, bracket), shape: 'list', keys: keys === '' ? [] : keys.split(',') }];
}
