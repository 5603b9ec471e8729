import { joinFieldPath } from '../problems/field-path';
import type { FieldStep } from '../problems/field-path';

/** A path as text, by which paths are compared and found. */
export function pathText(path: readonly FieldStep[]): string {
  return path.reduce<string>(joinFieldPath, '');
}
