import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLines } from '../../corpus/read-lines';
import type { Call, Outcome } from './ask-scenarios';

/** What kubectl and plimsoll said in a scenario. */
export interface Answer {
  readonly name: string;
  readonly outcome: Outcome;
  readonly calls: readonly Call[];
}

const file = join(__dirname, 'answers.jsonl');

/** The answers of a real cluster. */
export function readAnswers(): readonly Answer[] {
  return readLines<Answer>(file);
}

/** Keeps the answers of a real cluster. */
export function writeAnswers(answers: readonly Answer[]): void {
  writeFileSync(file, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
}
