import type { Size } from 'cdk8s';
import type { Report } from './nginx-problem';
import { show } from '../../values/show';

/**
 * An amount of bytes: a whole number with Kubernetes' binary unit (`64Ki`, `10Mi`, `1Gi`) or a `Size` of cdk8s.
 * At least 1Ki, at most 1024Gi.
 */
export type NginxSize = `${number}Ki` | `${number}Mi` | `${number}Gi` | Size;

const kibibytes = { Ki: 1, Mi: 1024, Gi: 1024 * 1024 } as const;
const largest = 1024 * kibibytes.Gi;

/** Reports a size that is not a whole number with a unit, or out of range. */
export function checkSize(size: NginxSize | undefined, report: Report, field: string): void {
  if (size === undefined) {
    return;
  }
  const amount = sizeKibibytes(size);
  if (amount === undefined || amount < 1 || amount > largest) {
    const found = show(typeof size === 'string' ? size : printSize(size));
    report(field, found, 'a whole number with Ki, Mi or Gi, from 1Ki to 1024Gi', 'write it as "64Ki" or "10Mi"');
  }
}

/** The size as nginx writes it: `10Mi` is its `10m`. */
export function printSize(size: NginxSize): string {
  return typeof size === 'string' ? size.slice(0, -1).toLowerCase() : `${sizeKibibytes(size)}k`;
}

function sizeKibibytes(size: NginxSize): number | undefined {
  if (typeof size !== 'string') {
    const amount = size.toKibibytes();
    return Number.isInteger(amount) ? amount : undefined;
  }
  const match = /^(\d{1,9})(Ki|Mi|Gi)$/.exec(size);
  return match === null ? undefined : Number(match[1]) * kibibytes[match[2] as keyof typeof kibibytes];
}
