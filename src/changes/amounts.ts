import { quantityFlaw } from '../values/quantity';

/** Sums of quantities by resource, in billionths: exact for whatever a Pod can ask for. */
export type Amounts = ReadonlyMap<string, bigint>;

const billion = 1_000_000_000n;
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary: readonly string[] = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** A quantity in billionths, rounded up as the API server does; undefined where it is none. */
export function billionthsOf(value: unknown): bigint | undefined {
  if (quantityFlaw(value) !== undefined) return undefined;
  const match = /^\+?(\d*)\.?(\d*)([A-Za-z]*)([+-]?\d*)$/.exec(String(value));
  if (match === null) return undefined;
  const [, whole, fraction, suffix, exponent] = match;
  const digits = BigInt(`${whole}${fraction}`);
  const power = binary.indexOf(suffix);
  const tens = Math.min(40, exponent === '' ? (decimal[suffix] ?? 0) : Number(exponent)) - fraction.length + 9;
  const scaled = power < 0 ? digits : digits * 1024n ** BigInt(power + 1);
  if (tens >= 0) return scaled * 10n ** BigInt(tens);
  const divisor = 10n ** BigInt(Math.min(60, -tens));
  return (scaled + divisor - 1n) / divisor;
}

/** An amount as a quantity: processors in thousandths where they are not whole, memory and storage in powers of 1,024 where that is exact. */
export function quantityOf(resource: string, amount: bigint): string {
  if (amount % billion !== 0n) return `${(amount + 999_999n) / 1_000_000n}m`;
  let whole = amount / billion;
  if (!/memory|storage|hugepages/.test(resource)) return String(whole);
  let unit = '';
  for (const larger of binary) {
    if (whole === 0n || whole % 1024n !== 0n) break;
    whole /= 1024n;
    unit = larger;
  }
  return `${whole}${unit}`;
}

/** What is asked for together. */
export function sum(all: readonly Amounts[]): Amounts {
  return merge(all, (left, right) => left + right);
}

/** The most of each. */
export function most(all: readonly Amounts[]): Amounts {
  return merge(all, (left, right) => (left > right ? left : right));
}

export function times(amounts: Amounts, count: number): Amounts {
  return new Map([...amounts].map(([resource, amount]) => [resource, amount * BigInt(count)]));
}

function merge(all: readonly Amounts[], join: (left: bigint, right: bigint) => bigint): Amounts {
  const merged = new Map<string, bigint>();
  for (const amounts of all) {
    for (const [resource, amount] of amounts) {
      const other = merged.get(resource);
      merged.set(resource, other === undefined ? amount : join(other, amount));
    }
  }
  return merged;
}
