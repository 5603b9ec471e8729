import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatewayChannel } from '../../../src/api/gateway';
import { readLines } from '../../corpus/read-lines';
import type { RouteVerdict } from './ask';
import type { RouteCase } from './cases';

const file = join(__dirname, 'cases.jsonl');

/** A case, and what the API server says of it in each channel. */
export interface JudgedCase extends RouteCase, Readonly<Record<GatewayChannel, RouteVerdict>> {}

/** The committed cases. */
export function readJudged(): readonly JudgedCase[] {
  return readLines<JudgedCase>(file);
}

/** Keeps cases and verdicts. */
export function writeJudged(cases: readonly JudgedCase[]): void {
  writeFileSync(file, cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
}
