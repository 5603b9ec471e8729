import type { Flaw } from '../problems/props-error';
import { show } from './show';

/** Why a value is no absolute path of a node or a server: from `/` or a drive on, without `..`. */
export function absolutePathFlaw(value: unknown): Flaw | undefined {
  const absolute = typeof value === 'string' && /^(\/|[A-Za-z]:[\\/])/.test(value);
  if (absolute && !value.split(/[\\/]/).includes('..')) return undefined;
  return {
    found: show(value),
    allowed: 'an absolute path without ".." such as "/var/log"',
    fix: 'write the path from "/" on',
  };
}
