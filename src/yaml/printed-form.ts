/** Thrown for a value that has no form in YAML; `printYaml` finds out where it stands. */
export class Unprintable extends Error {}

/** What `Unprintable` says of data below the deepest level. */
export const TOO_DEEP = 'nested too deep';

/** True for a map that is printed as it is: made by `{}` or without a prototype, and not saying otherwise by `toJSON`. */
export function isPlainMap(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    typeof (value as { readonly toJSON?: unknown }).toJSON !== 'function'
  );
}

/**
 * What any other object is printed as: a date and a boxed value as the value, an object with a `toJSON` method as what that
 * returns, and the rest as the map of their own fields, as JSON does it.
 *
 * @throws Unprintable for maps, sets, bytes and other collections
 */
export function printedForm(value: object): unknown {
  if (isDate(value)) return value;
  if (value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof BigInt) {
    return value.valueOf();
  }
  if (ArrayBuffer.isView(value)) throw new Unprintable(`a ${value.constructor.name}`);
  const { toJSON } = value as { readonly toJSON?: unknown };
  const form: unknown = typeof toJSON === 'function' ? toJSON.call(value) : value;
  if (typeof form === 'object' && form !== null && !Array.isArray(form) && Symbol.iterator in form) {
    throw new Unprintable(`a ${form.constructor.name}`);
  }
  return form;
}

/** True for a value that is neither a list nor a map. */
export function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null || isDate(value);
}

/** True for a `Date`, whichever realm made it. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
