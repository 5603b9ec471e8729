/** A copy without the fields that have no value. */
export function compact<T extends object>(fields: T): T {
  const result: Partial<T> = {};
  for (const key in fields) if (fields[key] !== undefined) result[key] = fields[key];
  return result as T;
}
