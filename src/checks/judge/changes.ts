import { joinFieldPath, parseFieldPath, valueAt } from '../../problems/field-path';
import type { FieldStep } from '../../problems/field-path';

/** Changes named in one message. */
const mostShown = 5;
/** Characters shown of a value. */
const longest = 100;

/**
 * What changes at or below a field, as lines such as `spec.selector.matchLabels.app: "a" -> "b"`.
 *
 * @param except fields right below it whose changes are allowed
 */
export function describeChanges(
  before: unknown,
  after: unknown,
  field: string,
  except: readonly string[] = [],
): readonly string[] {
  const steps = parseFieldPath(field);
  const lines: string[] = [];
  collect(valueAt(before, steps), valueAt(after, steps), field, lines, new Set(except));
  const more = lines.length - mostShown;
  return more > 0 ? [...lines.slice(0, mostShown), `and ${more} more`] : lines;
}

function collect(
  before: unknown,
  after: unknown,
  field: string,
  lines: string[],
  except: ReadonlySet<FieldStep> = new Set(),
): void {
  if (isMap(before) && isMap(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (!except.has(key)) collect(own(before, key), own(after, key), joinFieldPath(field, key), lines);
    }
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((item, index) => collect(item, after[index], joinFieldPath(field, index), lines));
  } else {
    const [old, now] = [show(before), show(after)];
    if (old !== now) lines.push(`${field || 'the object'}: ${old} -> ${now}`);
  }
}

function own(map: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
