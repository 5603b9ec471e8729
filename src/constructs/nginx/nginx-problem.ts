import type { Flaw } from '../../problems/props-error';

/** One reason why an nginx configuration cannot be made, or would not do what it says. */
export interface NginxProblem {
  /** Where, as the user writes it: `routes[1].prefix`. */
  readonly field: string;
  /** What was found, what is allowed, and what to do. */
  readonly flaw: Flaw;
}

/** Hands one problem to whoever collects them: `field` is relative to where the check was called. */
export type Report = (field: string, found: string, allowed: string, fix: string) => void;

/** Reports below a field: `within(report, 'routes[1]')('prefix', …)` reports `routes[1].prefix`. */
export function within(report: Report, parent: string): Report {
  return (field, ...flaw) => {
    const separator = parent === '' || field === '' || field.startsWith('[') ? '' : '.';
    report(`${parent}${separator}${field}`, ...flaw);
  };
}
