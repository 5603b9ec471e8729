import type { FieldStep } from '../problems/field-path';
import { childrenOf, isPlainMap } from './leaves';

/** Props that differ from the given ones in one place. */
export interface Variation {
  /** The place. */
  readonly path: readonly FieldStep[];
  /** How much it tells: another value tells most, a prop left out least, because more than the value goes with it. */
  readonly kind: 'value' | 'key' | 'absence';
  readonly props: unknown;
}

/** How deep props are looked into; what is below is one value. */
const deepest = 12;

/**
 * Props that differ from the given ones in one place each, for every place there is: another value, another key, nothing.
 * Several for one place, because the first may be one that the construct refuses.
 */
export function* variationsOf(props: unknown): Generator<Variation> {
  yield* vary(props, [], (changed) => changed);
}

function* vary(value: unknown, path: readonly FieldStep[], put: (changed: unknown) => unknown): Generator<Variation> {
  for (const other of otherValues(value)) yield { path, kind: 'value', props: put(other) };
  if (path.length >= deepest) return;
  for (const [step, child] of childrenOf(value)) {
    const inside = [...path, step];
    yield* vary(child, inside, (changed) => put(replaced(value, step, changed)));
    yield { path: inside, kind: 'absence', props: put(without(value, step)) };
    if (typeof step === 'string') yield { path: inside, kind: 'key', props: put(renamed(value, step)) };
  }
}

/** Values of the same type, the likeliest to be taken first. */
function otherValues(value: unknown): readonly unknown[] {
  switch (typeof value) {
    case 'string':
      return [...otherNumbersIn(value), `${value}x`, `${value}/x`, `x${value}`];
    case 'number':
      return [value + 1, value - 1];
    case 'boolean':
      return [!value];
    default:
      return [];
  }
}

/** The text with another number in it, which keeps quantities, durations, tags and percentages what they are. */
function otherNumbersIn(text: string): readonly string[] {
  const match = /\d+(?=\D*$)/.exec(text);
  if (!match || match[0].length > 15) return [];
  const number = Number(match[0]);
  return [number + 1, Math.max(0, number - 1)]
    .filter((other) => other !== number)
    .map((other) => `${text.slice(0, match.index)}${other}${text.slice(match.index + match[0].length)}`);
}

function replaced(container: unknown, step: FieldStep, value: unknown): unknown {
  if (Array.isArray(container)) return container.map((item: unknown, index) => (index === step ? value : item));
  return { ...(container as object), [step]: value };
}

function without(container: unknown, step: FieldStep): unknown {
  if (Array.isArray(container)) return container.filter((_item, index) => index !== step);
  return Object.fromEntries(Object.entries(container as object).filter(([key]) => key !== step));
}

function renamed(container: unknown, step: string): unknown {
  if (!isPlainMap(container)) return container;
  return Object.fromEntries(Object.entries(container).map(([key, value]) => [key === step ? `${key}x` : key, value]));
}
