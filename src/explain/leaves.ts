import type { FieldStep } from '../problems/field-path';
import { pathText } from './field-path-key';

/** A value that holds no other, and where it stands. */
export interface Leaf {
  readonly path: readonly FieldStep[];
  readonly value: unknown;
}

/** All empty lists are one value, and all empty maps. */
const emptyList: readonly unknown[] = [];
const emptyMap: Readonly<Record<string, unknown>> = {};

/**
 * The values of an object that hold no others, by their path. An empty map or list is one too. Each line of a text of
 * several lines is one, under `textLineStep`.
 */
export function leavesOf(data: unknown): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const visit = (value: unknown, path: readonly FieldStep[]): void => {
    const entries = childrenOf(value);
    if (entries.length === 0) {
      if (value === undefined) return;
      if (!isLongText(value)) return void leaves.set(pathText(path), { path, value: comparable(value) });
      value.split('\n').forEach((line, index, lines) => {
        const inside = [...path, textLineStep(lines, index)];
        leaves.set(pathText(inside), { path: inside, value: line });
      });
      return;
    }
    for (const [step, child] of entries) visit(child, [...path, step]);
  };
  visit(data, []);
  return leaves;
}

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return emptyList;
  return isPlainMap(value) ? emptyMap : value;
}

/** What is directly in a plain map or list. */
export function childrenOf(value: unknown): readonly (readonly [FieldStep, unknown])[] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const);
  return isPlainMap(value) ? Object.entries(value) : [];
}

/** Whether a value is a map and not an object of some class, which is left as it is. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether a value is a text of several lines. */
export function isLongText(value: unknown): value is string {
  return typeof value === 'string' && value.includes('\n');
}

/** The step to a line of a text: what it says, and the how manieth of those that say so, because lines move. */
export function textLineStep(lines: readonly string[], index: number): FieldStep {
  const line = lines[index]!;
  const before = lines.slice(0, index).filter((other) => other === line).length;
  return `line ${before} ${line}`;
}
