import { byCodeUnit, findPathFault } from './output-path';

/** What `.plimsoll` says: which files were written, and what was in them. */
export interface OutputRecord {
  /** SHA-256 by path, of every line that can be understood. */
  readonly files: ReadonlyMap<string, string>;
  /**
   * Why the record cannot be trusted, as a sentence that names the line.
   * @default - it can
   */
  readonly fault?: string;
}

/**
 * Reads a record. It comes from a Git checkout, so it may hold conflict markers or anything else: one line that is not
 * as `printRecord` writes it, and no line counts.
 */
export function parseRecord(text: string): OutputRecord {
  const files = new Map<string, string>();
  let fault: string | undefined;
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, index) => {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/s.exec(line) ?? [];
    const reason = hash === undefined || path === undefined ? describeLine(line) : describePath(path, files);
    if (reason !== undefined) fault ??= `Line ${index + 1} ${reason}.`;
    if (path !== undefined && hash !== undefined && findPathFault(path) === undefined) files.set(path, hash);
  });
  return { files, ...(fault !== undefined && { fault }) };
}

/**
 * Writes a record, one line a file, sorted by code unit. `sha256sum --check .plimsoll` verifies it.
 *
 * @param files SHA-256 by path
 */
export function printRecord(files: ReadonlyMap<string, string>): string {
  const lines = [...files]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .map(([path, hash]) => `${hash}  ${path}\n`);
  return lines.join('');
}

function describeLine(line: string): string {
  return /^(<{7}|={7}|>{7}|\|{7})/.test(line)
    ? 'is a conflict marker of a Git merge'
    : 'is not 64 hexadecimal digits, two blanks and a path';
}

function describePath(path: string, files: ReadonlyMap<string, string>): string | undefined {
  if (files.has(path)) return `names \`${path}\` a second time`;
  const fault = findPathFault(path);
  return fault === undefined ? undefined : `names a path that ${fault}`;
}
