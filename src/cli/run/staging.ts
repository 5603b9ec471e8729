import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { OutputFile } from '../../output/output-file';

/** A folder for one run: whatever is not taken over in memory is written here, never into the output folder. */
export interface Staging {
  /** What `CDK8S_OUTDIR` is set to, an absolute path. */
  readonly outdir: string;
  /** Where other processes put what they synthesized. */
  readonly results: string;
  /** The files that were written to `outdir`, in any order. */
  read(): readonly OutputFile[];
  remove(): void;
}

/** Makes the folder, among the temporary files of this machine. */
export function createStaging(): Staging {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  const [outdir, results] = [join(root, 'out'), join(root, 'results')];
  mkdirSync(outdir);
  mkdirSync(results);
  return {
    outdir,
    results,
    read: () =>
      readdirSync(outdir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .map((file) => ({
          path: file
            .slice(outdir.length + 1)
            .split(sep)
            .join('/'),
          text: readFileSync(file, 'utf8'),
        })),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
