import { either, show } from '../values/show';
import type { Report } from './fault';
import type { FieldsSchema, ListSchema, NumberSchema, Schema, TextSchema } from './schema';
import { isMap } from './with-defaults';

/** Reports what is wrong with a value, which has its defaults, before any rule is asked. */
export function checkSchema(schema: Schema, value: unknown, field: string, report: Report): void {
  const isOfType = hasType(schema, value);
  if (!isOfType) report('TypeInvalid', field, show(value), `be ${names[schema.type]}`);
  if ('words' in schema && schema.words !== undefined && !(schema.words as readonly unknown[]).includes(value)) {
    const allowed = either(schema.words.map((word) => JSON.stringify(word)));
    report('NotSupported', field, show(value), `be ${allowed}`);
  }
  if (!isOfType) return;
  switch (schema.type) {
    case 'string':
      checkText(schema, value as string, field, report);
      break;
    case 'integer':
      checkNumber(schema, value as number, field, report);
      break;
    case 'array':
      checkList(schema, value as readonly unknown[], field, report);
      break;
    case 'object':
      checkFields(schema, value as Readonly<Record<string, unknown>>, field, report);
      break;
    case 'boolean':
  }
}

const names = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
} as const;

function hasType({ type }: Schema, value: unknown): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isMap(value);
  }
}

function checkText({ least = 0, most, pattern }: TextSchema, value: string, field: string, report: Report): void {
  // The API counts characters, not the halves of which JavaScript makes some.
  const length = most !== undefined && value.length > most ? [...value].length : value.length;
  if (most !== undefined && length > most) {
    report('TooLong', field, `text of ${length} characters`, `have at most ${most}`);
    return;
  }
  if (length < least) report('Invalid', field, show(value), `have at least ${least} character`);
  if (pattern !== undefined && !pattern.test(value)) {
    report('Invalid', field, show(value), `match ${pattern.source}`);
  }
}

/** Smallest and largest number of 32 bits. */
const range = { least: -2_147_483_648, most: 2_147_483_647 } as const;

function checkNumber(schema: NumberSchema, value: number, field: string, report: Report): void {
  const { least = range.least, most = schema.wide === true ? undefined : range.most } = schema;
  if (value >= least && (most === undefined || value <= most)) return;
  const allowed = most === undefined || most === range.most ? `${least} or more` : `from ${least} to ${most}`;
  report('Invalid', field, String(value), `be ${allowed}`);
}

/** Items that are looked into: many more than any list may have. */
const mostItems = 1000;

function checkList(
  { items, least = 0, most, unique }: ListSchema,
  value: readonly unknown[],
  field: string,
  report: Report,
): void {
  if (most !== undefined && value.length > most) {
    report('TooMany', field, show(value), `have at most ${most} items`);
  }
  if (value.length < least) report('Invalid', field, show(value), `have at least ${least} item`);
  value.slice(0, mostItems).forEach((item, index) => checkSchema(items, item, `${field}[${index}]`, report));
  if (unique === 'items') reportTwice(value, field, report);
  // Without a map somewhere, the API looks no further.
  if (unique === 'names' && value.every((item) => item === null || isMap(item))) {
    const keys = value.map((item) => (isMap(item) ? item.name : undefined));
    reportTwice(keys, field, report);
  }
}

/** Reports the second of those that are alike; the API says nothing of a third. */
function reportTwice(keys: readonly unknown[], field: string, report: Report): void {
  const seen = new Map<string, number>();
  keys.forEach((key, index) => {
    const text = JSON.stringify(key) ?? '';
    const times = seen.get(text) ?? 0;
    if (times === 1) report('Duplicate', `${field}[${index}]`, show(key), 'stand once');
    seen.set(text, times + 1);
  });
}

function checkFields(
  { fields, required = [] }: FieldsSchema,
  value: Readonly<Record<string, unknown>>,
  field: string,
  report: Report,
): void {
  for (const name of required) {
    if (value[name] === undefined) report('Required', join(field, name), 'left out', 'be given');
  }
  for (const [name, schema] of Object.entries(fields)) {
    if (value[name] !== undefined) checkSchema(schema, value[name], join(field, name), report);
  }
}

/** The path of a field in a map. */
export function join(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
