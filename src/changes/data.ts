/** A map of plain data. */
export type Fields = Readonly<Record<string, unknown>>;

/** A value as a map; an empty one where it is something else. */
export function fieldsIn(value: unknown): Fields {
  return isMap(value) ? value : {};
}

/** A value as a list; an empty one where it is something else. */
export function itemsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as a list of maps; what is none is left out. */
export function mapsIn(value: unknown): readonly Fields[] {
  return itemsIn(value).filter(isMap);
}

/** A value as a list of texts; what is none is left out. */
export function textsIn(value: unknown): readonly string[] {
  return itemsIn(value).filter((item) => typeof item === 'string');
}

/** A value as text; `otherwise` where it is something else. */
export function textIn(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}

/** The value at a path of keys; undefined where there is none. */
export function at(data: unknown, ...keys: readonly string[]): unknown {
  let value = data;
  for (const key of keys) value = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

export function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One text for all data that says the same, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** `1 Pod`, `3 Pods`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
