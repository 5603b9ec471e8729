import type { Flaw } from '../problems/props-error';
import { show } from './show';

const largest = 2147483647;

/**
 * Why a value is no whole number in a range.
 *
 * @param least Smallest number allowed.
 * @param most Largest number allowed. Default: what fits into 32 bits.
 */
export function numberFlaw(value: unknown, least: number, most: number = largest): Flaw | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return undefined;
  return {
    found: show(value),
    allowed: most === largest ? `a whole number from ${least} up` : `a whole number from ${least} to ${most}`,
    fix:
      typeof value === 'string' && /^\d+$/.test(value)
        ? 'write it as a number, without quotes'
        : 'choose a number in that range',
  };
}

/** Why a value is neither a whole number from 0 up nor a percentage such as `25%`. */
export function numberOrPercentFlaw(value: unknown, mostPercent?: number): Flaw | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largest) return undefined;
  const percent = percentOf(value);
  if (percent !== undefined && (mostPercent === undefined || percent <= mostPercent)) return undefined;
  return {
    found: show(value),
    allowed: `a whole number from 0 up or a percentage ${mostPercent === undefined ? 'such as "25%"' : `up to "${mostPercent}%"`}`,
    fix:
      typeof value === 'string' && /^\d+$/.test(value)
        ? 'write it as a number, or with % after it'
        : 'choose such a value',
  };
}

/** The number of a percentage such as `25%`; `undefined` when it is none. */
export function percentOf(value: unknown): number | undefined {
  return typeof value === 'string' && /^[0-9]+%$/.test(value) ? Number(value.slice(0, -1)) : undefined;
}

/** How many of `total` a number or percentage comes to, rounded up as Kubernetes rounds budgets. */
export function shareOf(value: string | number, total: number): number {
  const percent = percentOf(value);
  return percent === undefined ? Number(value) : Math.ceil((percent * total) / 100);
}
