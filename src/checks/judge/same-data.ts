/** Whether two pieces of plain data say the same, whatever the order of their keys. */
export function sameData(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [leftKeys, rightKeys] = [left, right].map((it) => Object.keys(it));
  if (leftKeys.length !== rightKeys.length) return false;
  const [first, second] = [left, right] as readonly Readonly<Record<string, unknown>>[];
  return leftKeys.every((key) => Object.hasOwn(second, key) && sameData(first[key], second[key]));
}
