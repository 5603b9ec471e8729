import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseId } from '../corpus/case';
import type { Case, Tree } from '../corpus/case';
import { readLines } from '../corpus/read-lines';
import type { Verdict } from './verdict';

/** The cases that a minor is asked: those of its base objects. */
export function readCases(name: 'creates' | 'updates', bases: ReadonlyMap<string, Tree>): readonly Case[] {
  return readLines<Case>(join(corpus, `${name}.jsonl`)).filter((one) => bases.has(one.base));
}

const corpus = join(__dirname, '..', 'corpus');

function verdictFile(minor: string, name: string): string {
  return join(corpus, 'verdicts', `${minor}-${name}.jsonl`);
}

/** The verdicts of the API server by the identity of the case. */
export function readVerdicts(minor: string, name: 'creates' | 'updates'): ReadonlyMap<string, Verdict> {
  const kept = readLines<Verdict & { readonly id: string }>(verdictFile(minor, name));
  return new Map(kept.map(({ id, ...verdict }) => [id, verdict]));
}

/**
 * Keeps the verdicts, in the order of the cases.
 * @throws Error where there is none: the old object of a committed case has to be valid.
 */
export function writeVerdicts(
  minor: string,
  name: 'creates' | 'updates',
  cases: readonly Case[],
  verdicts: readonly (Verdict | undefined)[],
): void {
  const text = cases.map((one, index) => {
    const verdict = verdicts[index];
    if (verdict === undefined) throw new Error(`The old object of ${JSON.stringify(one)} is refused.`);
    return `${JSON.stringify({ id: caseId(one), ...verdict })}\n`;
  });
  writeFileSync(verdictFile(minor, name), text.join(''));
}
