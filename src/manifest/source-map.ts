import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TraceMap } from '@jridgewell/trace-mapping';
import type { SourcePosition } from '../problems/problem';

type TraceMapping = typeof import('@jridgewell/trace-mapping');

/** Loaded when a map is first read: most runs need none. */
function traceMapping(): TraceMapping {
  return createRequire(__filename)('@jridgewell/trace-mapping') as TraceMapping;
}

const maps = new Map<string, TraceMap | undefined>();

/**
 * Maps a position in compiled JavaScript to the source it was made from. A stack that was already mapped by whatever runs
 * the code (Node, ts-node, jest) names the source itself and is returned as it is, and so is a file without a map.
 */
export function mapToSource(position: SourcePosition): SourcePosition {
  if (!/\.[cm]?js$/.test(position.file)) return position;
  if (!maps.has(position.file)) maps.set(position.file, readMap(position.file));
  const map = maps.get(position.file);
  if (!map) return position;
  const original = traceMapping().originalPositionFor(map, { line: position.line, column: position.column - 1 });
  if (original.source === null) return position;
  const file = original.source.startsWith('file://') ? fileURLToPath(original.source) : original.source;
  return { file: resolve(dirname(position.file), file), line: original.line, column: original.column + 1 };
}

/** The map that the last `sourceMappingURL` comment of a file names, inline or beside it. */
function readMap(file: string): TraceMap | undefined {
  try {
    const code = readFileSync(file, 'utf8');
    const start = code.lastIndexOf('//# sourceMappingURL=');
    if (start < 0) return undefined;
    const url = code.slice(start + '//# sourceMappingURL='.length).split(/\s/, 1)[0];
    const { TraceMap } = traceMapping();
    const inline = /^data:application\/json[^,]*?(;base64)?,/.exec(url);
    if (!inline) return new TraceMap(readFileSync(resolve(dirname(file), decodeURIComponent(url)), 'utf8'));
    const data = url.slice(inline[0].length);
    return new TraceMap(inline[1] ? Buffer.from(data, 'base64').toString('utf8') : decodeURIComponent(data));
  } catch {
    // A missing or broken map costs the exact line, never the run.
    return undefined;
  }
}
