import { ourVerdict } from './compare';
import { arbitraryCases } from './cases';
import type { RouteCase } from './cases';
import { gatewayChannels } from './definitions';

/** Characters of a case that is kept, as JSON. */
const longest = 1100;
/** Fields that a case that is kept may have faults in. */
const mostFields = 8;

/**
 * A small choice of many cases by chance: of those on which the same is said, but for the indices in the fields, the shortest, and
 * as many of those that are allowed as of those that are not.
 */
export function chooseCases(count: number, seed: number): readonly RouteCase[] {
  const all = arbitraryCases(count, seed)
    .map((one) => ({ one, size: JSON.stringify(one).length }))
    .filter(({ size }) => size <= longest)
    .sort((a, b) => a.size - b.size);
  const kept = new Map<string, RouteCase>();
  const allowed: RouteCase[] = [];
  for (const { one } of all) {
    const said = gatewayChannels.map((channel) => ourVerdict(one, channel));
    const places = said.map(({ code, fields = [] }) => [
      code,
      ...new Set(fields.map((it) => it.replace(/\d+/g, ''))),
      '',
    ]);
    if (said.every(({ code }) => code === 201)) {
      allowed.push(one);
      continue;
    }
    const key = JSON.stringify(places);
    if (!kept.has(key) && said.every(({ fields = [] }) => fields.length <= mostFields)) kept.set(key, one);
  }
  const refused = [...kept.values()];
  // The longest of the allowed ones say most.
  return [...refused, ...allowed.slice(-Math.ceil(refused.length / 3))];
}
