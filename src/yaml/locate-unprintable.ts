import { DEEPEST } from './indentation';
import { stepOf } from './json-pointer';
import { isPlainMap, isScalar, printedForm, TOO_DEEP, Unprintable } from './printed-form';
import { scalarText } from './scalar-text';

/** Long pointers are cut: a document that is nested too deep has one of thousands of steps. */
const LONGEST_POINTER = 200;

/** The message for a document that holds something unprintable: what it is, where it stands, what to do. */
export function locateUnprintable(document: unknown, found: string): string {
  const pointer = pointerOfFirst(document, '', 0, new Set()) ?? '';
  const place = pointer.length > LONGEST_POINTER ? pointer.slice(0, LONGEST_POINTER) + '…' : pointer;
  const where = place === '' ? 'the document' : `field ${place}`;
  if (found === TOO_DEEP) {
    return `${where} is nested deeper than ${DEEPEST} levels of lists and maps, which is more than YAML readers take; flatten the data`;
  }
  return (
    `${where} is ${found}, which has no form in a manifest; ` +
    'a manifest holds text, numbers, true, false, null, dates, lists ([]) and maps ({})'
  );
}

function pointerOfFirst(value: unknown, pointer: string, depth: number, met: Set<object>): string | undefined {
  if (depth > DEEPEST) return pointer;
  if (typeof value === 'object' && value !== null) {
    if (met.has(value)) return undefined;
    met.add(value);
  }
  let form: unknown;
  try {
    form =
      typeof value !== 'object' || value === null || Array.isArray(value) || isPlainMap(value)
        ? value
        : printedForm(value);
    if (isScalar(form)) scalarText(form, '');
  } catch (error) {
    if (error instanceof Unprintable) return pointer;
    throw error;
  }
  if (isScalar(form)) return undefined;
  for (const [key, child] of Object.entries(form as object)) {
    const found = pointerOfFirst(child, pointer + stepOf(key), depth + 1, met);
    if (found !== undefined) return found;
  }
  return undefined;
}
