import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Tree } from './case';

/**
 * The base objects by name: those that every minor serves and, from the files whose names end so, those of one minor only.
 * @param minor all minors where it is left out
 */
export function readBases(minor?: string): ReadonlyMap<string, Tree> {
  const folder = join(__dirname, 'bases');
  const bases = new Map<string, Tree>();
  for (const file of readdirSync(folder).sort()) {
    const only = /-(?<minor>\d+\.\d+)\.yaml$/.exec(file)?.groups?.minor;
    if (minor !== undefined && only !== undefined && only !== minor) continue;
    const objects = parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Tree>;
    for (const [name, object] of Object.entries(objects)) {
      if (bases.has(name)) throw new Error(`There are two base objects named ${name}.`);
      bases.set(name, object);
    }
  }
  return bases;
}
