import { isAbsolute, relative, sep } from 'node:path';

/** The path of a file or folder inside a folder with `/` as separator, `` for the same; undefined when it is not inside. */
export function folderInside(outer: string, inner: string): string | undefined {
  const path = relative(outer, inner);
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path.split(sep).join('/');
}
