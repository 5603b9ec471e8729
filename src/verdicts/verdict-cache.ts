import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Review } from '../engine/review';
import { printVerdict, VerdictFile } from './verdict-file';

/** Bytes after which a file of verdicts is put aside for a new one; two of them are kept for each engine. */
const largestFile = 4 * 1024 * 1024;
/** Engines whose verdicts are kept. */
const enginesKept = 4;

/**
 * Verdicts on disk, those of one engine together: `verdicts/ENGINE/current` is only ever appended to, one write for all that a
 * run has found out, so that runs at the same time do not disturb each other; once it is large it becomes `previous`. What of that
 * is still asked for is written again, the rest goes with the next change. A cache that cannot be read or written is no cache.
 */
export class VerdictCache {
  private readonly folder: string;
  private current: VerdictFile | undefined;
  private previous: VerdictFile | undefined;

  /**
   * @param cacheFolder the user's cache folder for this product, an absolute path
   * @param engine SHA-256 of the engine
   */
  constructor(
    private readonly cacheFolder: string,
    engine: string,
  ) {
    this.folder = join(cacheFolder, 'verdicts', engine.slice(0, 32));
  }

  /** The verdict of a key, and whether it should be written again to be kept. */
  find(key: string): { readonly review: Review; readonly isOld: boolean } | undefined {
    this.current ??= readVerdicts(join(this.folder, 'current'));
    const review = this.current.find(key);
    if (review) return { review, isOld: false };
    this.previous ??= readVerdicts(join(this.folder, 'previous'));
    const old = this.previous.find(key);
    return old && { review: old, isOld: true };
  }

  /** Keeps verdicts, by key. */
  add(verdicts: ReadonlyMap<string, Review>): void {
    if (verdicts.size === 0) return;
    let text = '';
    for (const [key, review] of verdicts) text += printVerdict(key, review);
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      const file = join(this.folder, 'current');
      if (sizeOf(file) > largestFile) this.turnOver(file);
      // A line that somebody else left unfinished must not swallow the first one of ours.
      appendFileSync(file, `\n${text}`, { mode: 0o600 });
      this.current = undefined;
    } catch {
      // Next time it is judged again.
    }
  }

  private turnOver(file: string): void {
    renameSync(file, join(this.folder, 'previous'));
    const home = join(this.cacheFolder, 'verdicts');
    const engines = readdirSync(home).map((name) => ({ name, time: statSync(join(home, name)).mtimeMs }));
    engines.sort((left, right) => right.time - left.time);
    for (const { name } of engines.slice(enginesKept)) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function readVerdicts(file: string): VerdictFile {
  try {
    // A file that is far too large was not written by us.
    return new VerdictFile(statSync(file).size > 4 * largestFile ? '' : readFileSync(file, 'latin1'));
  } catch {
    return new VerdictFile('');
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
