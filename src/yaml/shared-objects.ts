import { DEEPEST } from './indentation';
import { isScalar, printedForm, isPlainMap, TOO_DEEP, Unprintable } from './printed-form';

/**
 * The anchors of the objects that occur more than once in a document, such as one map of labels in two places: `a1`, `a2` and so on,
 * in the order in which the repetitions are met. `yaml` prints the object once, with `&a1`, and `*a1` wherever it occurs again.
 */
export function anchorsOf(document: unknown): ReadonlyMap<object, string> {
  const met = new Set<object>();
  const anchors = new Map<object, string>();
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (depth > DEEPEST) throw new Unprintable(TOO_DEEP);
    if (met.has(value)) {
      if (!anchors.has(value)) anchors.set(value, `a${anchors.size + 1}`);
      return;
    }
    met.add(value);
    const form = Array.isArray(value) || isPlainMap(value) ? value : printedForm(value);
    if (isScalar(form)) return;
    for (const child of Array.isArray(form) ? form : Object.values(form as object)) walk(child, depth + 1);
  };
  walk(document, 0);
  return anchors;
}
