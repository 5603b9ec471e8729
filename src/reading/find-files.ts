import { lstatSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { globExpression, globRoot, isGlob } from './glob';

/** Files that were found, and names for which there are none. */
export interface FoundFiles {
  /** Absolute paths, each once: in the order of the names, sorted below each. */
  readonly files: readonly string[];
  /** What was named and is not there, and why. */
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
}

/** Files of this many are read in one run. */
const mostFiles = 100_000;

/**
 * Finds the files that are meant by names: a file is itself, a folder all YAML and JSON files below it (without hidden folders and
 * `node_modules`), and a pattern with `*`, `**`, `?`, `{a,b}` or `[abc]` all files that match.
 *
 * @param folder what names are relative to, an absolute path
 */
export function findFiles(names: readonly string[], folder: string): FoundFiles {
  const files = new Set<string>();
  const missing: { name: string; reason: string }[] = [];
  for (const name of names) {
    const path = resolve(folder, name);
    try {
      const status = statSync(path, { throwIfNoEntry: false });
      if (status?.isDirectory()) walk(path, files, isManifest);
      else if (status?.isFile() || status?.isFIFO()) files.add(path);
      else if (status) missing.push({ name, reason: 'it is neither a file nor a folder' });
      else if (!isGlob(name)) missing.push({ name, reason: 'there is no such file or folder' });
      else if (!addMatches(name, folder, files)) missing.push({ name, reason: 'nothing matches the pattern' });
    } catch (error) {
      missing.push({ name, reason: (error as NodeJS.ErrnoException).code ?? (error as Error).message });
    }
  }
  return { files: [...files], missing };
}

function addMatches(pattern: string, folder: string, files: Set<string>): boolean {
  const root = resolve(folder, globRoot(pattern));
  const expression = globExpression(pattern);
  const found = new Set<string>();
  const name = (path: string): string => (isAbsolute(pattern) ? path : relative(folder, path)).split(sep).join('/');
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory())
    walk(root, found, (path) => expression.test(name(path)));
  for (const path of found) files.add(path);
  return found.size > 0;
}

function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

function walk(folder: string, files: Set<string>, accept: (path: string) => boolean): void {
  const names = readdirSync(folder).sort((left, right) => (left < right ? -1 : 1));
  for (const name of names) {
    const path = join(folder, name);
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (entry?.isDirectory()) {
      if (!name.startsWith('.') && name !== 'node_modules') walk(path, files, accept);
      continue;
    }
    // A link to a file is that file; a link to a folder could lead in a circle.
    const isFile = entry?.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false })?.isFile() : entry?.isFile();
    if (!isFile || !accept(path)) continue;
    if (files.size >= mostFiles) throw new Error(`there are more than ${mostFiles} files`);
    files.add(path);
  }
}
