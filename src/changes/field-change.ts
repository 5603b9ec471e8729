/** One field that is not what it was. */
export interface FieldChange {
  /**
   * Path of the field; items of a list that has merge keys are named by them:
   * `spec.template.spec.containers[name=web].image`, `data[app.conf]`, `spec.rules[0].host`.
   */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What it was. @default - it was not there, or must not be shown */
  readonly before?: unknown;
  /** What it becomes. @default - it will not be there, or must not be shown */
  readonly after?: unknown;
  /** Whether the values are those of a Secret, and are in no report. @default false */
  readonly isHidden?: true;
  /** Whether what is shown as `before` or `after` is written nowhere, but is what the API server fills in. @default - both are written */
  readonly isDefault?: 'before' | 'after';
}

/** Appends a key to the path of a field. */
export function keyPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Appends an item that is told by its merge keys to the path of a list. */
export function itemPath(path: string, keys: readonly string[], values: readonly string[]): string {
  return `${path}[${keys.map((key, index) => `${key}=${values[index]}`).join(',')}]`;
}

/** Whether one path is another one or leads to it. */
export function isAtOrBelow(path: string, above: string): boolean {
  return path.startsWith(above) && (path.length === above.length || /^[.[]/.test(path.slice(above.length)));
}
