import type { Flaw } from '../problems/props-error';
import { show } from './show';

/** An amount of a resource, as it is printed: `500m`, `2Gi`, `1.5`, `1e3` or a number. Never rewritten. */
export type Quantity = string | number;

const pattern = /^([+-]?)(\d+\.?\d*|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

const exponents: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const powersOf1024: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };

/** Why a value is no quantity from 0 up. Stricter than the API server, which takes a sign or suffix without digits for 0. */
export function quantityFlaw(value: unknown): Flaw | undefined {
  const valid = typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && pattern.test(value);
  if (valid && !String(value).startsWith('-')) return undefined;
  return {
    found: show(value),
    allowed: 'a quantity from 0 up such as "250m" or 2 for CPU, "512Mi" or "2Gi" for memory',
    fix: repairOf(value),
  };
}

/**
 * Which of two quantities is larger.
 *
 * @returns A number below 0, 0 or above 0, as for `Array.sort`. Exact, whatever the suffixes.
 */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const left = partsOf(a);
  const right = partsOf(b);
  const scale = Math.min(left.exponent, right.exponent);
  const difference = integerAt(left, scale) - integerAt(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** An exact decimal: `digits` times ten to the `exponent`. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function integerAt({ digits, exponent }: Decimal, scale: number): bigint {
  return digits * 10n ** BigInt(exponent - scale);
}

function partsOf(quantity: Quantity): Decimal {
  const match = pattern.exec(String(quantity));
  if (match === null) throw new RangeError(`not a quantity: ${show(quantity)}`);
  const [, sign, amount, suffix = ''] = match as unknown as [string, string, string, string?];
  const [whole, fraction = ''] = amount.split('.') as [string, string?];
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
  const binary = powersOf1024[suffix];
  return {
    digits: binary === undefined ? digits : digits * 1024n ** BigInt(binary),
    exponent: exponentOf(suffix) - fraction.length,
  };
}

function exponentOf(suffix: string): number {
  // `E` alone is the suffix for 10^18; `E3` is an exponent.
  // Beyond 10^40 the difference no longer matters, but the digits would fill the memory.
  if (suffix.length > 1 && /^[eE]/.test(suffix) && suffix !== 'Ei')
    return Math.max(-40, Math.min(40, Number(suffix.slice(1))));
  return exponents[suffix] ?? 0;
}

function repairOf(value: unknown): string {
  if (typeof value !== 'string') return 'write a number or text such as "512Mi"';
  const match = /^\s*([\d.]+)\s*([A-Za-z]*)\s*$/.exec(value);
  const units: Readonly<Record<string, string>> = {
    kb: 'k',
    kib: 'Ki',
    ki: 'Ki',
    mb: 'M',
    mib: 'Mi',
    mi: 'Mi',
    gb: 'G',
    gib: 'Gi',
    gi: 'Gi',
    tb: 'T',
    tib: 'Ti',
    g: 'G',
    t: 'T',
  };
  const unit = match === null ? undefined : (units[match[2]!.toLowerCase()] ?? (match[2] === '' ? '' : undefined));
  return unit === undefined
    ? 'write a number and one of the suffixes m, k, M, G, T, Ki, Mi, Gi, Ti'
    : `write "${match![1]}${unit}"`;
}
