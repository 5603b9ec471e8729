import { isUtf8 } from 'node:buffer';
import { envNameFlaw } from '../../values/env-name';
import type { Place } from '../place';

/** What Go takes for white space, which is not what JavaScript does. */
const leadingSpace = /^[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * The keys of an env file in the order of its lines, as `kubectl create configmap --from-env-file` reads it.
 *
 * @param place Where the file was asked for.
 * @param path What messages call the file.
 * @throws {PropsError} for a wrong name, for a name that is there twice or without `=`, and for what is no UTF-8
 */
export function parseEnvFile(place: Place, path: string, content: Uint8Array): ReadonlyMap<string, string> {
  if (!isUtf8(content)) {
    place.refuse({
      found: `${JSON.stringify(path)}, which is no UTF-8`,
      allowed: 'lines of NAME=value in UTF-8',
      fix: 'save the file as UTF-8',
    });
  }
  const values = new Map<string, string>();
  const lines = Buffer.from(content)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, '').replace(leadingSpace, '');
    if (line === '' || line.startsWith('#')) continue;
    const refuse = (found: string, allowed: string, fix: string): never =>
      place.refuse({ found: `${JSON.stringify(path)}, line ${index + 1}: ${found}`, allowed, fix });
    const equals = line.indexOf('=');
    const name = equals < 0 ? line : line.slice(0, equals);
    const flaw = envNameFlaw(name);
    if (flaw !== undefined)
      refuse(`the name ${flaw.found}`, flaw.allowed, 'write NAME=value, without `export` or spaces');
    if (equals < 0) refuse(`${name} without "="`, 'NAME=value', `write ${name}= for an empty value`);
    if (values.has(name)) refuse(`a second ${name}`, 'each name once', 'take one of the two out');
    values.set(name, line.slice(equals + 1));
  }
  return values;
}
