/** A list, or nothing where it is empty: an empty list is not printed. */
export function filled<Item>(list: Item[]): Item[] | undefined;
export function filled<Item>(list: readonly Item[]): readonly Item[] | undefined;
export function filled<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** A copy without the fields that have no value. */
export function compact<T extends object>(fields: T): T {
  const result: Partial<T> = {};
  for (const key in fields) if (fields[key] !== undefined) result[key] = fields[key];
  return result as T;
}
