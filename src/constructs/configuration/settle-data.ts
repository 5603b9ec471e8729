import { isUtf8 } from 'node:buffer';
import { posix } from 'node:path';
import { dataKeyFlaw } from '../../values/path';
import { show } from '../../values/show';
import type { Place } from '../place';
import type { ConfigData, ConfigValue, SettledData } from './config-data';
import { ConfigDirectory, ConfigEnvFile, ConfigFile, type KeySource } from './config-folder';
import { parseEnvFile } from './env-file';
import { largestData, listFilesInside, readFileInside } from './read-files';

/** Keys and values on their way, and where each key came from. */
interface Collected {
  readonly data: Map<string, string>;
  readonly binaryData: Map<string, string>;
  readonly sizes: Map<string, number>;
  readonly paths: Map<string, string>;
}

/**
 * Reads what is to be read, and refuses what no ConfigMap or Secret can hold.
 *
 * @param place Where `data`, `binaryData` and `from` stand.
 * @throws {PropsError} for a wrong key, a key that is there twice, a value that is none, a file that cannot be read, and
 * too much of it
 */
export function settleData(place: Place, { data = {}, binaryData = {}, from = [] }: ConfigData<string>): SettledData {
  const collected: Collected = { data: new Map(), binaryData: new Map(), sizes: new Map(), paths: new Map() };
  for (const [key, value] of Object.entries<ConfigValue | undefined>(data)) {
    addValue(place.at('data').at(key), collected, key, value);
  }
  for (const [key, value] of Object.entries<string | Uint8Array | undefined>(binaryData)) {
    addBinary(place.at('binaryData').at(key), collected, key, value);
  }
  from.forEach((source, index) => addSource(place.at('from').at(index), collected, source));
  checkSize(place.path === '' ? place.at('data') : place, collected.sizes);
  return {
    data: Object.fromEntries(collected.data),
    binaryData: collected.binaryData.size === 0 ? undefined : Object.fromEntries(collected.binaryData),
    keys: [...collected.data.keys(), ...collected.binaryData.keys()],
    paths: Object.fromEntries(collected.paths),
  };
}

function addValue(place: Place, collected: Collected, key: string, value: ConfigValue | undefined): void {
  place.check(dataKeyFlaw(key));
  if (value instanceof ConfigFile) return addBytes(place, collected, key, readFileInside(place, value));
  if (value instanceof Uint8Array) return addBytes(place, collected, key, value);
  if (typeof value !== 'string') {
    place.refuse({ found: show(value), allowed: 'text, bytes or a file of a ConfigFolder', fix: 'write it in quotes' });
  }
  addText(place, collected, key, value);
}

function addBinary(place: Place, collected: Collected, key: string, value: string | Uint8Array | undefined): void {
  place.check(dataKeyFlaw(key));
  const base64 = value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  if (typeof base64 !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) {
    place.refuse({ found: show(value), allowed: 'base64 or bytes', fix: "write buffer.toString('base64')" });
  }
  take(place, collected, key, Buffer.from(base64, 'base64').length);
  collected.binaryData.set(key, base64);
}

function addSource(place: Place, collected: Collected, source: KeySource<string>): void {
  const before = new Set(collected.sizes.keys());
  if (source instanceof ConfigDirectory) addDirectory(place, collected, source);
  else if (source instanceof ConfigEnvFile) addEnvFile(place, collected, source);
  else {
    place.refuse({
      found: show(source),
      allowed: 'config.directory(…) or config.envFile(…) of a ConfigFolder',
      fix: 'put a single file into `data`: { "nginx.conf": config.file("nginx.conf") }',
    });
  }
  const added = [...collected.sizes.keys()].filter((key) => !before.has(key));
  for (const key of Object.keys(source.declared)) place.at('keys').oneOf(key, added);
}

function addEnvFile(place: Place, collected: Collected, file: ConfigEnvFile<string>): void {
  for (const [key, value] of parseEnvFile(place, file.path, readFileInside(place, file))) {
    place.check(dataKeyFlaw(key));
    addText(place, collected, key, value);
  }
}

function addDirectory(place: Place, collected: Collected, directory: ConfigDirectory<string>): void {
  const { recursive = false, include = isVisible } = directory.options;
  const files = listFilesInside(place, directory, recursive).filter((path) => include(path));
  if (files.length === 0) {
    place.refuse({
      found: `${show(directory.path)}, a folder without a file to take`,
      allowed: 'a folder with at least one file',
      fix: recursive ? 'correct the path or `include`' : 'correct the path, or write recursive: true',
    });
  }
  let length = 0;
  for (const path of files) {
    const key = path.replaceAll('/', '__');
    const flaw = dataKeyFlaw(key);
    if (flaw !== undefined) {
      place.refuse({
        found: `the file ${flaw.found}`,
        allowed: flaw.allowed,
        fix: 'rename the file, leave it out with `include`, or put it into `data` under another key',
      });
    }
    collected.paths.set(key, path);
    const bytes = readFileInside(place, { ...directory, path: posix.join(directory.path, path) });
    addBytes(place, collected, key, bytes);
    // Enough to say what is largest; whoever names a wrong folder should not wait for all of it.
    if ((length += bytes.length) > 4 * largestData) checkSize(place, collected.sizes, 'at least ');
  }
}

function isVisible(path: string): boolean {
  return !path.split('/').some((part) => part.startsWith('.'));
}

function addBytes(place: Place, collected: Collected, key: string, bytes: Uint8Array): void {
  if (!isUtf8(bytes)) return addBinary(place, collected, key, bytes);
  addText(place, collected, key, Buffer.from(bytes).toString('utf8'));
}

function addText(place: Place, collected: Collected, key: string, text: string): void {
  take(place, collected, key, Buffer.byteLength(text));
  collected.data.set(key, text);
}

/** Takes a key, once. */
function take(place: Place, { data, sizes }: Collected, key: string, size: number): void {
  if (sizes.has(key)) {
    place.refuse({
      found: data.has(key) ? `a key of \`data\` too (${show(key)})` : `a key of \`binaryData\` too (${show(key)})`,
      allowed: 'each key once',
      fix: 'rename one of the two',
    });
  }
  sizes.set(key, size);
}

function checkSize(place: Place, sizes: ReadonlyMap<string, number>, about: string = ''): void {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total <= largestData) return;
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, 3);
  place.refuse({
    found: `${about}${total} bytes long, most of it ${largest.map(([key, size]) => `${show(key)} (${size})`).join(', ')}`,
    allowed: `at most ${largestData} bytes`,
    fix: 'split it, or put it into an image',
  });
}
