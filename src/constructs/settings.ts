import { createHash } from 'node:crypto';
import { show } from '../values/show';
import { dataKeyFlaw } from '../values/path';
import type { Place } from './place';

/** The data of a ConfigMap. */
export interface SettingsData {
  readonly data: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

const largest = 1024 * 1024;

/**
 * Refuses data that no ConfigMap can hold.
 *
 * @throws {PropsError} for a wrong key, a value that is no text, a key that is there twice, and too much of it
 */
export function checkSettings(place: Place, { data, binaryData = {} }: SettingsData): void {
  let size = 0;
  for (const [key, value] of Object.entries(data)) {
    const here = place.at('data').at(key);
    here.check(dataKeyFlaw(key));
    if (typeof value !== 'string') here.refuse({ found: show(value), allowed: 'text', fix: 'write it in quotes' });
    size += Buffer.byteLength(value);
  }
  for (const [key, value] of Object.entries(binaryData)) {
    const here = place.at('binaryData').at(key);
    here.check(dataKeyFlaw(key));
    if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0) {
      here.refuse({ found: show(value), allowed: 'base64', fix: "write buffer.toString('base64')" });
    }
    if (key in data) {
      here.refuse({ found: 'a key of `data` too', allowed: 'each key once', fix: 'rename one of the two' });
    }
    size += Buffer.from(value, 'base64').length;
  }
  if (size > largest) {
    place.refuse({
      found: `${size} bytes long`,
      allowed: `at most ${largest} bytes`,
      fix: 'split it, or put it into an image',
    });
  }
}

/** A hash of the content, the same whatever the order of the keys: 64 hexadecimal digits. */
export function hashOf({ data, binaryData = {} }: SettingsData): string {
  const sorted = (map: Readonly<Record<string, string>>): object =>
    Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash('sha256')
    .update(JSON.stringify([sorted(data), sorted(binaryData)]))
    .digest('hex');
}
