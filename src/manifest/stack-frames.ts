import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapToSource } from './source-map';
import type { SourcePosition } from '../problems/problem';

/** The folder that holds this library, in its sources (`src`) or compiled (`lib`). */
const library = dirname(__dirname) + sep;
/** What stands in that folder but is an application of the library: its frames are the user's. */
const applications = ['main.', `examples${sep}`].map((name) => join(library, name));

/** The innermost frame of a formatted stack that is the user's own code, through the source map of its file. */
export function locateFrame(stack: string): SourcePosition | undefined {
  let fallback: SourcePosition | undefined;
  for (const line of stack.split('\n')) {
    const frame = parseFrame(line);
    if (!frame || isLibrary(frame.file)) continue;
    if (!isDependency(frame.file)) return mapToSource(frame);
    fallback ??= frame;
  }
  return fallback && mapToSource(fallback);
}

/** Reads `    at name (file:line:column)` or `    at file:line:column`; undefined for what is not in a file. */
function parseFrame(line: string): SourcePosition | undefined {
  const match = /^\s+at (?:.*\()?(?:async )?(.+?):(\d+):(\d+)\)?$/.exec(line);
  if (!match) return undefined;
  const place = match[1];
  if (place.startsWith('node:') || place.startsWith('native') || place.includes('<anonymous>')) return undefined;
  const file = place.startsWith('file://') ? fileURLToPath(place) : place;
  return { file, line: Number(match[2]), column: Number(match[3]) };
}

function isLibrary(file: string): boolean {
  return file.startsWith(library) && !applications.some((application) => file.startsWith(application));
}

function isDependency(file: string): boolean {
  return file.includes(`${sep}node_modules${sep}`);
}
