import type { Flaw } from '../problems/props-error';
import { show } from './show';

/** Why a value is no name of an environment variable. */
export function envNameFlaw(value: unknown): Flaw | undefined {
  if (
    typeof value === 'string' &&
    /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value) &&
    value !== '.' &&
    !value.startsWith('..')
  ) {
    return undefined;
  }
  return {
    found: show(value),
    allowed: 'letters, digits, _, - and ., with no digit first',
    fix: 'choose a name such as "LOG_LEVEL"',
  };
}
