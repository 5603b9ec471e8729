import type { Duration } from 'cdk8s';
import type { Report } from './nginx-problem';
import { show } from '../../values/show';

/**
 * A span of time: a whole number with its unit (`500ms`, `30s`, `5m`, `2h`) or a `Duration` of cdk8s.
 * At least 1 ms, at most 365 days.
 */
export type NginxDuration = `${number}ms` | `${number}s` | `${number}m` | `${number}h` | Duration;

const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const longest = 365 * 24 * milliseconds.h;

/** Reports a duration that is not a whole number with a unit, or out of range. */
export function checkDuration(duration: NginxDuration | undefined, report: Report, field: string): void {
  if (duration === undefined) {
    return;
  }
  const length = durationMilliseconds(duration);
  if (length === undefined || length < 1 || length > longest) {
    const found = show(typeof duration === 'string' ? duration : printDuration(duration));
    report(
      field,
      found,
      'a whole number with ms, s, m or h, from 1ms to 8760h (365 days)',
      'write it as "500ms" or "30s"',
    );
  }
}

/** The duration as nginx writes it: as it was given. */
export function printDuration(duration: NginxDuration): string {
  if (typeof duration === 'string') {
    return duration;
  }
  const length = duration.toMilliseconds({ integral: false });
  return length % 1000 === 0 ? `${length / 1000}s` : `${length}ms`;
}

/** The duration in whole seconds, as HTTP headers want it: rounded down. */
export function durationSeconds(duration: NginxDuration): number {
  return Math.floor((durationMilliseconds(duration) ?? 0) / 1000);
}

function durationMilliseconds(duration: NginxDuration): number | undefined {
  if (typeof duration !== 'string') {
    const length = duration.toMilliseconds({ integral: false });
    return Number.isInteger(length) ? length : undefined;
  }
  const match = /^(\d{1,12})(ms|s|m|h)$/.exec(duration);
  return match === null ? undefined : Number(match[1]) * milliseconds[match[2] as keyof typeof milliseconds];
}
