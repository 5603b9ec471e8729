import { createHash } from 'node:crypto';

/** The data of a ConfigMap. */
export interface SettingsData {
  readonly data: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

/** A hash of the content, the same whatever the order of the keys: 64 hexadecimal digits. */
export function hashOf({ data, binaryData = {} }: SettingsData): string {
  const sorted = (map: Readonly<Record<string, string>>): object =>
    Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash('sha256')
    .update(JSON.stringify([sorted(data), sorted(binaryData)]))
    .digest('hex');
}

/** What ends the name of an object that is made anew with each change: ten digits tell a trillion versions apart. */
export function hashSuffix(data: SettingsData): string {
  return `-${hashOf(data).slice(0, 10)}`;
}
