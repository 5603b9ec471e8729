import type { Flaw } from '../../problems/props-error';
import { show } from '../../values/show';

/** Why a value is no duration of the Gateway API. */
export function durationFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && /^([0-9]{1,5}(h|m|s|ms)){1,4}$/.test(value)) return undefined;
  return {
    found: show(value),
    allowed: 'up to four numbers of up to five digits, each with h, m, s or ms, such as "1m30s"',
    fix: typeof value === 'number' ? `write "${value}s"` : 'write it with its unit and without a fraction',
  };
}
