import type { Flaw } from '../problems/props-error';
import { show } from './show';

/**
 * Why a value is no place for a volume: an absolute path, on Windows with its drive. Stricter than the API server, which
 * takes any text: the node would fail to mount it, or mount it somewhere else.
 */
export function mountPathFlaw(value: unknown): Flaw | undefined {
  const valid = typeof value === 'string' && (/^\/[^:]*$/.test(value) || /^[A-Za-z]:[\\/][^:]*$/.test(value));
  if (valid) return undefined;
  return {
    found: show(value),
    allowed: 'an absolute path without ":" such as "/var/cache"',
    fix: 'write the path in the container, from "/" on',
  };
}

/** Why a value is no path inside a volume: relative, and never out of it. */
export function subPathFlaw(value: unknown): Flaw | undefined {
  const inside =
    typeof value === 'string' && value !== '' && !value.startsWith('/') && !value.split('/').includes('..');
  if (inside) return undefined;
  return {
    found: show(value),
    allowed: 'a relative path without ".." such as "app/settings.json"',
    fix: 'write the path from the root of the volume on, without "/" before it',
  };
}

/** Why a value is no path of a URL. Stricter than the API server for probes, which call `path` as they do `/path`. */
export function urlPathFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && value.startsWith('/')) return undefined;
  return {
    found: show(value),
    allowed: 'a path that begins with "/"',
    fix: `write ${JSON.stringify(`/${String(value)}`)}`,
  };
}

/** Why a value is no key of a ConfigMap or Secret. */
export function dataKeyFlaw(value: unknown): Flaw | undefined {
  const valid =
    typeof value === 'string' &&
    value.length <= 253 &&
    /^[-._a-zA-Z0-9]+$/.test(value) &&
    value !== '.' &&
    !value.startsWith('..');
  if (valid) return undefined;
  return {
    found: show(value),
    allowed: '1 to 253 letters, digits, -, _ and ., other than "." and anything that begins with ".."',
    fix: 'rename the key; a file in a folder needs an item with a path',
  };
}
