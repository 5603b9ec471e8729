import type { Flaw } from '../../problems/props-error';
import { show } from '../../values/show';

/**
 * Why a value is no path that can be compared with that of a URL. Kubernetes refuses what proxies read in different ways.
 *
 * @param strict Whether what is read in different ways is refused.
 */
export function pathFlaw(value: unknown, strict = true): Flaw | undefined {
  if (typeof value !== 'string' || !value.startsWith('/')) {
    return {
      found: show(value),
      allowed: 'a path that begins with "/"',
      fix: `write ${JSON.stringify(`/${String(value)}`)}`,
    };
  }
  const ambiguous = strict ? ['//', '/./', '/../', '%2f', '%2F', '#'].find((part) => value.includes(part)) : undefined;
  const end = strict ? ['/..', '/.'].find((part) => value.endsWith(part)) : undefined;
  if (ambiguous === undefined && end === undefined) return undefined;
  return {
    found: `${show(value)}, which has ${JSON.stringify(ambiguous ?? end)}`,
    allowed: 'a path that every proxy reads alike',
    fix: 'write the path without it',
  };
}
