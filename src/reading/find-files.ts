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
    const walker = new Walker(files, (entry, reason) =>
      missing.push({ name: join(name, relative(path, entry)), reason }),
    );
    try {
      const status = statSync(path, { throwIfNoEntry: false });
      if (status?.isDirectory()) walker.walk(path, isManifest);
      else if (status?.isFile() || status?.isFIFO()) files.add(path);
      else if (status) missing.push({ name, reason: 'it is neither a file nor a folder' });
      else if (!isGlob(name)) missing.push({ name, reason: 'there is no such file or folder' });
      else if (!addMatches(name, folder, files)) missing.push({ name, reason: 'nothing matches the pattern' });
    } catch (error) {
      missing.push({ name, reason: reasonOf(error) });
    }
  }
  return { files: [...files], missing };
}

function addMatches(pattern: string, folder: string, files: Set<string>): boolean {
  const root = resolve(folder, globRoot(pattern));
  const expression = globExpression(pattern);
  const found = new Set<string>();
  const name = (path: string): string => (isAbsolute(pattern) ? path : relative(folder, path)).split(sep).join('/');
  // What cannot be read may well be what nobody meant.
  const walker = new Walker(found, () => undefined);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory())
    walker.walk(root, (path) => expression.test(name(path)));
  for (const path of found) files.add(path);
  return found.size > 0;
}

function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

class Walker {
  /**
   * @param files takes what is found
   * @param refuse takes what cannot be read, and why
   */
  constructor(
    private readonly files: Set<string>,
    private readonly refuse: (path: string, reason: string) => void,
  ) {}

  walk(folder: string, accept: (path: string) => boolean): void {
    for (const name of this.namesIn(folder)) {
      const path = join(folder, name);
      const entry = lstatSync(path, { throwIfNoEntry: false });
      if (entry?.isDirectory()) {
        if (!name.startsWith('.') && name !== 'node_modules') this.walk(path, accept);
        continue;
      }
      // Of the hidden ones, some are links to nothing that editors lay down.
      if (entry?.isSymbolicLink() && accept(path) && !name.startsWith('.')) this.follow(path);
      else if (entry?.isFile() && accept(path)) this.add(path);
    }
  }

  private namesIn(folder: string): readonly string[] {
    try {
      return readdirSync(folder).sort((left, right) => (left < right ? -1 : 1));
    } catch (error) {
      this.refuse(folder, reasonOf(error));
      return [];
    }
  }

  /** A link to a file is that file; a link to a folder could lead in a circle. */
  private follow(path: string): void {
    try {
      if (statSync(path).isFile()) this.add(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.refuse(path, code === 'ENOENT' ? 'the link leads nowhere' : reasonOf(error));
    }
  }

  private add(path: string): void {
    if (this.files.size >= mostFiles) throw new Error(`there are more than ${mostFiles} files`);
    this.files.add(path);
  }
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}
