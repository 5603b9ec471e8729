/* The only file of the constructs that reads the disk. */
import { closeSync, constants, fstatSync, openSync, readSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import type { Place } from '../place';

/** Where something is: a path in a folder that nothing may lead out of. */
export interface PathInFolder {
  readonly folder: string;
  readonly path: string;
}

/** The most that a ConfigMap or Secret can hold, in bytes. */
export const largestData = 1024 * 1024;

/** More files than this are taken for a mistake, such as a folder of packages. */
const mostFiles = 10_000;

/**
 * The content of a file.
 *
 * @throws {PropsError} for a path that leads out of the folder, for what is no file, and for more than a ConfigMap holds
 */
export function readFileInside(place: Place, where: PathInFolder): Buffer {
  const real = realPath(place, where);
  // Without O_NONBLOCK, to open a pipe waits for somebody to write to it; a link put there since is not followed.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  let file: number;
  try {
    file = openSync(real, flags);
  } catch (error) {
    return refusePath(place, where, `${quoted(where)}, which cannot be read (${codeOf(error)})`);
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile()) refusePath(place, where, `${quoted(where)}, which is no file`);
    if (found.size > largestData) refuseSize(place, where, found.size);
    const content = Buffer.alloc(found.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < content.length; length += read) {
      read = readSync(file, content, length, content.length - length, null);
    }
    return content.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/**
 * The files of a folder, by their path in it with `/` between the parts, sorted by code unit.
 *
 * @param recursive Whether folders in the folder are read too.
 * @throws {PropsError} for a path that leads out, for what is no folder, for links to folders, and for too many files
 */
export function listFilesInside(place: Place, where: PathInFolder, recursive: boolean): readonly string[] {
  const root = realPath(place, where);
  if (!statSync(root).isDirectory()) refusePath(place, where, `${quoted(where)}, which is no folder`);
  const files: string[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) {
        if (recursive) waiting.push(`${path}/`);
      } else if (!(entry.isSymbolicLink() && leadsToFolder(place, where, path, recursive))) {
        files.push(path);
      }
      if (files.length + waiting.length > mostFiles) {
        refusePath(place, where, `${quoted(where)}, a folder of more than ${mostFiles} files`);
      }
    }
  }
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/** Whether a link leads to a folder: passed over where folders are, and refused where they are read, for fear of circles. */
function leadsToFolder(place: Place, { folder, path }: PathInFolder, name: string, recursive: boolean): boolean {
  const link = { folder, path: join(path, name) };
  if (!statSync(realPath(place, link)).isDirectory()) return false;
  if (recursive) refusePath(place, link, `${quoted(link)}, a link to a folder`);
  return true;
}

/** The real path, after all links, which must be in the folder. */
function realPath(place: Place, where: PathInFolder): string {
  const { folder, path } = where;
  const root =
    existing(folder) ?? refusePath(place, where, `in the folder ${JSON.stringify(folder)}, which is not there`);
  if (typeof path !== 'string' || path === '' || isAbsolute(path) || path.split(/[\\/]/).includes('..')) {
    refusePath(place, where, JSON.stringify(path) ?? String(path));
  }
  const real = existing(join(root, path)) ?? refusePath(place, where, `${quoted(where)}, which is not there`);
  const inside = real === root || real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
  if (!inside) refusePath(place, where, `${quoted(where)}, a link that leads out of the folder`);
  return real;
}

function existing(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function refusePath(place: Place, { folder }: PathInFolder, found: string): never {
  return place.refuse({
    found,
    allowed: `a path in the folder ${JSON.stringify(folder)}, without ".."`,
    fix: 'correct the path, or make the ConfigFolder of a folder around both',
  });
}

function refuseSize(place: Place, where: PathInFolder, size: number): never {
  return place.refuse({
    found: `${quoted(where)}, ${size} bytes long`,
    allowed: `at most ${largestData} bytes`,
    fix: 'split it, or put it into an image',
  });
}

function quoted({ path }: PathInFolder): string {
  return JSON.stringify(path);
}

function codeOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? 'unknown';
}
