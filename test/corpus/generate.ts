import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBases } from './bases';
import { readLines } from './read-lines';
import { applySteps, caseId, textOf } from './case';
import type { Case, Step, Tree } from './case';
import { mutations } from './mutations';
import { Random } from './random';

/** How many cases to make. */
export interface Amount {
  /** Of each field of each kind: how many creates. */
  readonly creates: number;
  /** Of each field of each kind: how many updates. */
  readonly updates: number;
  /** How many objects with several changes at once, of each base. */
  readonly several: number;
  /** Of each field of each kind: how many updates back to the base object. @default 0 */
  readonly back?: number;
  /** Another seed makes other cases. */
  readonly seed: number;
}

/** What is committed. */
export const committed: Amount = { creates: 2, updates: 1, several: 10, seed: 27 };

/** Makes all cases: those written by hand, and a choice of all mutations of all base objects. */
export function generate(amount: Amount): { readonly creates: readonly Case[]; readonly updates: readonly Case[] } {
  const random = new Random(amount.seed);
  const creates: Case[] = [...readLines<Case>(join(__dirname, 'written', 'creates.jsonl'))];
  const updates: Case[] = [...readLines<Case>(join(__dirname, 'written', 'updates.jsonl'))];
  const seen = new Set<string>();
  for (const [base, object] of readBases()) {
    creates.push({ base, do: [] });
    const byField = fields(String(object.kind), mutations(object));
    byField.delete(outOfReach);
    for (const [field, steps] of byField) {
      // A second base of the same kind adds only the fields that the first does not have.
      if (seen.has(field)) continue;
      seen.add(field);
      creates.push(...random.some(steps, amount.creates).map((step) => ({ base, do: [step] })));
      if (otherObject.test(field) || 'generateName' in (object.metadata as Tree)) continue;
      updates.push(...random.some(steps, amount.updates).map((step) => ({ base, do: [step] })));
      updates.push(...random.some(steps, amount.back ?? 0).map((step) => ({ base, do: [], old: [step] })));
    }
    const all = [...byField.values()];
    for (let i = 0; i < amount.several; i++) creates.push({ base, do: severalSteps(all, random, 2 + random.below(3)) });
  }
  return { creates: distinct(creates), updates: distinct(updates) };
}

/** Whether a Pod's service account is there depends on the cluster. */
const outOfReach = 'Pod/spec/serviceAccountName';

/** What has another name is another object. */
const otherObject = /^[^/]*\/metadata(\/name|\/NAME)?$/;

/** The steps by the field that they change, whatever its place in a list. */
function fields(kind: string, steps: readonly Step[]): Map<string, readonly Step[]> {
  const byField = new Map<string, Step[]>();
  for (const step of steps) {
    const place = step[1].replaceAll(/\/\d+(?=\/|$)/g, '/*');
    // Keys of maps are one field.
    const field = `${kind}${place.replace(/\/(labels|annotations|matchLabels|data|stringData|nodeSelector|hard|requests|limits)\/.*$/, '/$1/*')}`;
    byField.set(field, [...(byField.get(field) ?? []), step]);
  }
  return byField;
}

function severalSteps(all: readonly (readonly Step[])[], random: Random, count: number): readonly Step[] {
  const steps = Array.from({ length: count }, () => {
    const field = all[random.below(all.length)] as readonly Step[];
    return field[random.below(field.length)] as Step;
  });
  // The deepest first: what a step needs is not taken away by another one.
  return steps.sort((a, b) => b[1].split('/').length - a[1].split('/').length);
}

/** Each object once, and none that cannot be made. */
function distinct(cases: readonly Case[]): readonly Case[] {
  const bases = readBases();
  const ids = new Set<string>();
  return cases.filter((one) => {
    const id = caseId(one);
    if (ids.has(id)) return false;
    ids.add(id);
    const base = bases.get(one.base);
    if (base === undefined) throw new Error(`There is no base object named ${one.base}.`);
    return sizeOf(base, one) < 2_000_000;
  });
}

function sizeOf(base: Tree, one: Case): number {
  try {
    return textOf(applySteps(base, one.do)).length;
  } catch (error) {
    if (one.do.length < 2) throw error;
    return Infinity;
  }
}

/** The files of the committed cases. */
export const caseFiles = {
  creates: join(__dirname, 'creates.jsonl'),
  updates: join(__dirname, 'updates.jsonl'),
} as const;

if (require.main === module) {
  const cases = generate(committed);
  for (const name of ['creates', 'updates'] as const) {
    writeFileSync(caseFiles[name], cases[name].map((one) => `${JSON.stringify(one)}\n`).join(''));
    console.log(`${name}: ${cases[name].length}`);
  }
}
