import { compareQuantities, quantityFlaw } from '../values/quantity';
import type { Quantity } from '../values/quantity';

/** Fields whose values are quantities by name of the resource. */
const quantityMaps =
  /(?:^|\.)(?:requests|limits|hard|capacity|allocatable|default|defaultRequest|max|min|maxLimitRequestRatio|overhead|podFixed)(?:\.[^.[]+|\[[^\]]+\])$/;
/** Fields that are one quantity. */
const quantityFields = /\.(?:sizeLimit|divisor|averageValue)$|\.target\.value$/;
/** Fields that are a number, or a text with a name or percentage. */
const numbersOrTexts = /\.(?:targetPort|port|containerPort|nodePort|maxSurge|maxUnavailable|minAvailable)$/;

/** Whether two plain values of a built-in kind mean the same: `1` and `1000m` of a resource, `80` and `"80"` of a port. */
export function meanTheSame(before: unknown, after: unknown, path: string): boolean {
  if (before === after) return true;
  if (!isPrimitive(before) || !isPrimitive(after)) return false;
  if (numbersOrTexts.test(path)) return String(before) === String(after);
  if (!quantityMaps.test(path) && !quantityFields.test(path)) return false;
  const areQuantities = quantityFlaw(before) === undefined && quantityFlaw(after) === undefined;
  return areQuantities && compareQuantities(before, after) === 0;
}

function isPrimitive(value: unknown): value is Quantity {
  return typeof value === 'string' || typeof value === 'number';
}
