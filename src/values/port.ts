import type { Flaw } from '../problems/props-error';
import { numberFlaw } from './number';
import { show } from './show';

/** Why a value is no port number. */
export function portNumberFlaw(value: unknown): Flaw | undefined {
  return numberFlaw(value, 1, 65535);
}

/** Why a value is no name of a container's port (IANA_SVC_NAME of RFC 6335). */
export function portNameFlaw(value: unknown): Flaw | undefined {
  const valid =
    typeof value === 'string' &&
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(value) &&
    value.length <= 15 &&
    /[a-z]/.test(value) &&
    !value.includes('--');
  if (valid) return undefined;
  return {
    found: show(value),
    allowed: '1 to 15 lower-case letters, digits and single -, with at least one letter and no - at an end',
    fix: 'choose a shorter or simpler port name such as "http"',
  };
}
