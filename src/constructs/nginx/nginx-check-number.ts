import { numberFlaw } from '../../values/number';
import { either, show } from '../../values/show';
import type { Report } from './nginx-problem';

/** Reports a number that is not whole or out of range. */
export function checkInteger(value: unknown, least: number, most: number, report: Report, field: string): void {
  const flaw = value === undefined ? undefined : numberFlaw(value, least, most);
  if (flaw !== undefined) {
    report(field, flaw.found, flaw.allowed, flaw.fix);
  }
}

/** Reports a value that is none of those allowed, for callers without types. */
export function checkOneOf(value: unknown, allowed: readonly unknown[], report: Report, field: string): void {
  if (value !== undefined && !allowed.includes(value)) {
    report(field, show(value), either(allowed.map(show)), 'choose one of these');
  }
}
