import type { FieldsSchema, Schema } from './schema';

/**
 * The value as the API server has it when it looks at it: with the defaults of all fields that are left out or null, and without
 * other fields that are null. Never changes what it is given.
 */
export function withDefaults(schema: Schema, value: unknown): unknown {
  if (schema.type === 'array' && Array.isArray(value)) return value.map((item) => withDefaults(schema.items, item));
  if (schema.type === 'object' && isMap(value)) return fieldsWithDefaults(schema, value);
  return value;
}

function fieldsWithDefaults(schema: FieldsSchema, value: Readonly<Record<string, unknown>>): object {
  const made: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const known = Object.hasOwn(schema.fields, name) ? schema.fields[name] : undefined;
    if (known === undefined) made[name] = item;
    else if (item !== null && item !== undefined) made[name] = withDefaults(known, item);
  }
  for (const [name, known] of Object.entries(schema.fields)) {
    if (made[name] === undefined && known.default !== undefined) made[name] = withDefaults(known, known.default);
  }
  return made;
}

/** Whether a value is a map. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
