/** A rule on a whole value, beyond what its schema says. */
export interface Rule<Value> {
  /** What the value must be, as a message says it. */
  readonly must: string;
  /** Whether it is. The value has its defaults. */
  readonly holds: (value: Value) => boolean;
}

/** Text; lengths are in characters. */
export interface TextSchema {
  readonly type: 'string';
  readonly least?: number;
  readonly most?: number;
  readonly pattern?: RegExp;
  readonly words?: readonly string[];
  readonly default?: string;
}

/** A whole number; without a largest one it fits into 32 bits, unless it is `wide`. */
export interface NumberSchema {
  readonly type: 'integer';
  readonly least?: number;
  readonly most?: number;
  readonly words?: readonly number[];
  readonly default?: number;
  readonly wide?: boolean;
}

/** True or false. */
export interface TruthSchema {
  readonly type: 'boolean';
  readonly default?: boolean;
}

/** A list. */
export interface ListSchema {
  readonly type: 'array';
  readonly items: Schema;
  readonly least?: number;
  readonly most?: number;
  /** Whether each item, or each `name` of an item, may stand once only. */
  readonly unique?: 'items' | 'names';
  readonly default?: readonly unknown[];
  // Any list: a rule knows its own.
  readonly rules?: readonly Rule<never>[];
}

/** A map with known fields. */
export interface FieldsSchema {
  readonly type: 'object';
  readonly fields: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly default?: object;
  readonly rules?: readonly Rule<never>[];
}

/** What a value may be, as far as the definitions of the Gateway API say it. */
export type Schema = TextSchema | NumberSchema | TruthSchema | ListSchema | FieldsSchema;

type Of<S extends Schema> = Omit<S, 'type'>;

/** Text. */
export function text(limits: Of<TextSchema> = {}): TextSchema {
  return { type: 'string', ...limits };
}

/** A whole number. */
export function number(limits: Of<NumberSchema> = {}): NumberSchema {
  return { type: 'integer', ...limits };
}

/** A list of one kind of items. */
export function list(items: Schema, most?: number, limits: Omit<Of<ListSchema>, 'items' | 'most'> = {}): ListSchema {
  return { type: 'array', items, ...(most !== undefined && { most }), ...limits };
}

/** A map with known fields. */
export function fields(
  known: { readonly [name: string]: Schema },
  limits: Omit<Of<FieldsSchema>, 'fields'> = {},
): FieldsSchema {
  return { type: 'object', fields: known, ...limits };
}
