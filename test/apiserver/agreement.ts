import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../src/engine/index';
import type { KubernetesMinor } from '../../src/engine/index';
import { readBases } from '../corpus/bases';
import { caseId } from '../corpus/case';
import type { Case, Tree } from '../corpus/case';
import { compare } from './compare';
import type { Difference } from './compare';
import { readCases, readVerdicts } from './files';
import type { Verdict } from './verdict';

/** Whether the engine of a minor is built here. */
export function isBuilt(minor: KubernetesMinor): boolean {
  return existsSync(join(__dirname, '..', '..', 'engine', 'build', minor, 'build-env.json'));
}

/** A case on which the engine and the API server differ. */
export interface Disagreement {
  /** The case. */
  readonly case: Case;
  /** In what they differ. */
  readonly differences: readonly Difference[];
  /** What the server said. */
  readonly server: Verdict;
  /** What the engine says. */
  readonly engine: Verdict;
}

/** What came of comparing all cases. */
export interface Agreement {
  /** How many cases there were. */
  readonly cases: number;
  /** How many of them the server refuses. */
  readonly refused: number;
  /** On how many of them it warns. */
  readonly warned: number;
  /** Where they differ. */
  readonly disagreements: readonly Disagreement[];
}

/** Judges every case with the engine and compares with what the server answered when it was asked. */
export function agreementOf(minor: KubernetesMinor, name: 'creates' | 'updates'): Agreement {
  const engine = openEngine({ kubernetes: minor });
  const bases = readBases(minor);
  const verdicts = readVerdicts(minor, name);
  const cases = readCases(name, bases);
  const disagreements: Disagreement[] = [];
  let [refused, warned] = [0, 0];
  for (const one of cases) {
    const server = verdicts.get(caseId(one));
    if (server === undefined) {
      throw new Error(`The API server was not asked about ${JSON.stringify(one)}: run \`npm run test:apiserver\`.`);
    }
    if (server.code >= 300) refused++;
    if (server.warnings !== undefined) warned++;
    const operation = name === 'creates' ? 'create' : 'update';
    const { differences, engine: answer } = compare(engine, operation, bases.get(one.base) as Tree, one, server);
    if (differences.length > 0) disagreements.push({ case: one, differences, server, engine: answer });
  }
  engine.close();
  return { cases: cases.length, refused, warned, disagreements };
}
