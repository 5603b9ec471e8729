import { hash } from 'node:crypto';
import type { Review } from '../engine/review';

/** Nothing to say: by far the commonest verdict. */
const nothingToSay: Review = { judged: true, allowed: true, errors: [], warnings: [], dropped: [], advice: [] };

/**
 * Verdicts by key, as they are in a file: one a line, in any order, possibly damaged.
 *
 * A verdict without a word is `+` and its key: damaged, it is a key that nobody asks for. Any other is `-`, its key, a
 * checksum and the verdict: damaged, the checksum does not match. The last line counts only with its line break.
 */
export class VerdictFile {
  private readonly clean = new Set<string>();
  private readonly other = new Map<string, string>();

  constructor(text: string) {
    const end = text.lastIndexOf('\n');
    if (end < 0) return;
    for (const line of text.slice(0, end).split('\n')) {
      if (line.startsWith('+')) this.clean.add(line.slice(1));
      else if (line.startsWith('-')) this.other.set(line.slice(1, 1 + keyLength), line.slice(1 + keyLength));
    }
  }

  /** The verdict of a key, if there is one that can be trusted. */
  find(key: string): Review | undefined {
    if (this.clean.has(key)) return nothingToSay;
    const entry = this.other.get(key);
    if (entry === undefined) return undefined;
    const json = entry.slice(checksumLength);
    return checksum(key, json) === entry.slice(0, checksumLength) ? (JSON.parse(json) as Review) : undefined;
  }
}

/** A verdict as a line of the file, in ASCII; nothing for one that is too long to be worth it. */
export function printVerdict(key: string, review: Review): string {
  if (isClean(review)) return `+${key}\n`;
  const json = JSON.stringify(review).replace(/[^ -~]/g, escape);
  return json.length > longestVerdict ? '' : `-${key}${checksum(key, json)}${json}\n`;
}

const longestVerdict = 100_000;

const keyLength = 43;
const checksumLength = 22;

function checksum(key: string, json: string): string {
  return hash('sha256', `${key} ${json}`, 'base64url').slice(0, checksumLength);
}

function isClean(review: Review): boolean {
  const { advice, allowed, dropped, errors, judged, warnings } = review;
  const said = [errors, warnings, dropped, advice].some((list) => list.length > 0);
  return judged && allowed && !said && review.items === undefined && review.defaulted === undefined;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
