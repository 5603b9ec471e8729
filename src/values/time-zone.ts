import type { Flaw } from '../problems/props-error';
import { show } from './show';

/**
 * Why a value is no name of a time zone. Its form is judged as the API server judges it; whether there is such a zone the
 * server's own list says, when the object is judged: that of the machine differs from one to the next.
 */
export function timeZoneFlaw(value: unknown): Flaw | undefined {
  const parts = typeof value === 'string' && value.toLowerCase() !== 'local' ? value.split('/') : [];
  if (parts.length > 0 && parts.every(isPart)) return undefined;
  return {
    found: show(value),
    allowed: 'a name of the IANA time zone database such as "Europe/Berlin" or "Etc/UTC"',
    fix:
      typeof value === 'string' && /^[+-]\d/.test(value)
        ? 'name a place, whose clocks may change in summer, in place of an offset'
        : 'write the name of a continent and a city',
  };
}

function isPart(part: string): boolean {
  return /^[A-Za-z._\-0-9+]{1,14}$/.test(part) && part !== '.' && part !== '..' && !part.startsWith('-');
}
