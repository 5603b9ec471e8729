/** Longest name of a file or folder that common file systems take, in bytes of UTF-8. */
export const longestName = 255;

// With any extension: `con.yaml` opens the console on Windows. The superscript digits count there too.
const windowsDevice = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\.|$)/i;

/**
 * Says why a path cannot be the path of an output file, or nothing when it can.
 *
 * The rules hold on every system, so that a repository that was written on one can be checked out on all of them.
 *
 * @param path relative to the output folder, with `/` as separator
 * @returns half a sentence that begins with a verb, such as `has an empty part`
 */
export function findPathFault(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (/\p{Surrogate}/u.test(path)) return 'holds half a character (a lone surrogate)';
  if (/\p{Cc}/u.test(path)) return 'holds a control character';
  if (path.includes('\\')) return 'holds a backslash; `/` separates folders';
  if (path.startsWith('/')) return 'is absolute; it must be relative to the output folder';
  if (/^[a-z]:/i.test(path)) return 'begins with a drive letter; it must be relative to the output folder';
  for (const part of path.split('/')) {
    const fault = findPartFault(part);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function findPartFault(part: string): string | undefined {
  if (part === '') return 'has an empty part between two `/`, or ends in `/`';
  if (part === '.' || part === '..') return `has the part \`${part}\`, which leads elsewhere`;
  const character = /[<>:"|?*]/.exec(part)?.[0];
  if (character !== undefined) return `holds \`${character}\`, which Windows does not allow in a name`;
  if (/[. ]$/.test(part)) return 'has a part that ends in a dot or a blank, which Windows drops';
  if (windowsDevice.test(part)) return `has the part \`${part}\`, which Windows reserves for a device`;
  if (/^\.plimsoll(-.*~)?$/i.test(part)) return `has the part \`${part}\`, which Plimsoll keeps for itself`;
  const length = Buffer.byteLength(part);
  if (length > longestName) return `has a part of ${length} bytes; at most ${longestName} are allowed`;
  return undefined;
}

/**
 * Makes equal what some file system takes for equal: names that differ by case or by how an accent is encoded
 * (Windows, macOS).
 */
export function foldPath(path: string): string {
  // Most paths are plain ASCII, where lower case is all there is to it.
  if (/^[\x00-\x7f]*$/.test(path)) return path.toLowerCase();
  // Lower case first: the capital sharp s has itself as upper case, and the small one has SS.
  return path.normalize('NFD').toLowerCase().toUpperCase().toLowerCase().normalize('NFD');
}

/** The folders above a path, outermost first: `a/b/c` gives `a` and `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) folders.push(path.slice(0, end));
  return folders;
}

/** The folder a path is in; `` for the output folder itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Compares by code unit, as every list of paths is sorted. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
