import type { FieldStep } from '../problems/field-path';
import { minorFieldsOf } from './minor-facts';
import type { NewerField } from './minor-facts';
import { isOlder } from './minors';
import type { TargetMinor } from './minors';

/** Told of a field that the target lacks; the steps to it are good for the time of the call. */
export type ReportNewer = (steps: readonly FieldStep[], newer: NewerField) => void;

/** Looks for fields that a target lacks in a value of a type, such as `core.v1.PodSpec`, or of a kind, such as `v1 Pod`. */
export function findNewer(value: unknown, type: string, target: TargetMinor, report: ReportNewer): void {
  walk(value, type, { target, steps: [], report });
}

/** A walk through one value: where it is, and whom it tells. */
interface Walk {
  readonly target: TargetMinor;
  /** The way to the value at hand; it becomes a path only where there is something to say. */
  readonly steps: FieldStep[];
  readonly report: ReportNewer;
}

function walk(value: unknown, type: string, at: Walk): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return walkEach(value.entries(), type, at);
  const object = value as Readonly<Record<string, unknown>>;
  for (const { isMap, name, newer, type: innerType } of minorFieldsOf(type)) {
    if (!Object.hasOwn(object, name) || object[name] === undefined) continue;
    const inner = object[name];
    at.steps.push(name);
    if (newer && lacks(at.target, newer, inner)) at.report(at.steps, newer);
    else if (innerType !== '' && isMap) walkEach(Object.entries(inner ?? {}), innerType, at);
    else if (innerType !== '') walk(inner, innerType, at);
    at.steps.pop();
  }
}

function walkEach(items: Iterable<readonly [FieldStep, unknown]>, type: string, at: Walk): void {
  for (const [step, item] of items) {
    at.steps.push(step);
    walk(item, type, at);
    at.steps.pop();
  }
}

/** A name that is not known is refused whatever it holds; one that is known matters if it holds something. */
function lacks(target: TargetMinor, { came, except, since }: NewerField, value: unknown): boolean {
  if (isOlder(target, came)) return true;
  return isOlder(target, since) && value !== except && !isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
