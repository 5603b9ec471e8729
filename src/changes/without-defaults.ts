import { isAtOrBelow } from './field-change';
import type { FieldChange } from './field-change';

/** What only looks like a change. */
export interface RealChanges {
  readonly fields: readonly FieldChange[];
  /** Paths of fields that say what the API server fills in anyway. */
  readonly defaults: readonly string[];
}

/** Whether a change may be no more than a default that is written out, or not any more: only then need the server be asked. */
export function mayBeDefault({ kind, path }: FieldChange): boolean {
  return (
    kind !== 'changed' && !/^(?:data|stringData|binaryData)\b|(?:^|\.)metadata\.(?:labels|annotations)\b/.test(path)
  );
}

/**
 * Leaves out what does not change once the API server has filled in its defaults.
 *
 * @param written what differs as it is written
 * @param stored what differs as the server would store it
 */
export function withoutDefaults(written: readonly FieldChange[], stored: readonly FieldChange[]): RealChanges {
  const fields: FieldChange[] = [];
  const defaults: string[] = [];
  for (const field of written) {
    if (!mayBeDefault(field)) {
      fields.push(field);
      continue;
    }
    const real = stored.filter(({ path }) => isAtOrBelow(path, field.path) || isAtOrBelow(field.path, path));
    if (real.length === 0) defaults.push(field.path);
    else if (real.every((it) => it.kind !== field.kind && it.isHidden !== true)) {
      const isDefault = field.kind === 'added' ? 'before' : 'after';
      fields.push(...real.map((it) => ({ ...it, isDefault }) as const));
    } else fields.push(field);
  }
  return { fields, defaults };
}
