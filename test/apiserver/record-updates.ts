import { applySteps, pointer, textOf } from '../corpus/case';
import type { Case, Tree } from '../corpus/case';
import { namespaces } from '../corpus/cluster';
import type { ApiAnswer, ApiClient } from './client';
import { inParallel } from './in-parallel';
import { addNamespace } from './prepare';
import { dryRun } from './record-creates';
import type { Resources } from './resources';
import { typeOf } from './resources';
import { carryServerSet, settle } from './stored';
import { notServed, verdictOf } from './verdict';
import type { Verdict } from './verdict';

/**
 * Asks the server about updates: the old object is created for real in a namespace of its own, the new one is a dry run with what
 * the server has set on the old one and the text leaves out. Updates of one old object share it.
 * @returns the verdicts in the order of the cases; none where the old object is refused
 */
export async function recordUpdates(
  client: ApiClient,
  resources: Resources,
  bases: ReadonlyMap<string, Tree>,
  cases: readonly Case[],
): Promise<readonly (Verdict | undefined)[]> {
  const verdicts = new Map<Case, Verdict>();
  let count = 0;
  for (const group of sameOld(cases)) {
    const [first] = group;
    const base = bases.get(first.base) as Tree;
    const namespace = first.podSecurity === undefined ? `old-${++count}` : namespaces[first.podSecurity];
    const { apiVersion, kind } = typeOf(base);
    const path = resources.path(apiVersion, kind, namespace);
    if (path === undefined) {
      for (const one of group) verdicts.set(one, notServed);
      continue;
    }
    if (first.podSecurity === undefined) await addNamespace(client, namespace);
    const old = applySteps(base, first.old ?? []);
    const created = await client.send('POST', `${path}?fieldValidation=Strict`, textOf(old));
    if (created.code !== 201) continue;
    const at = `${path}${pointer([(created.body.metadata as Tree).name as string])}`;
    const stored = await settle(client, at, created.body);
    await inParallel(group, async (one) => {
      const sent = textOf(old) + textOf(applySteps(base, one.do));
      verdicts.set(one, verdictOf(await replace(client, at, base, one, stored), sent));
    });
    await remove(client, at);
  }
  return cases.map((one) => verdicts.get(one));
}

/** The cases by their old object. */
function sameOld(cases: readonly Case[]): readonly (readonly [Case, ...Case[]])[] {
  const groups = new Map<string, [Case, ...Case[]]>();
  for (const one of cases) {
    const key = JSON.stringify([one.base, one.old ?? [], one.podSecurity]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** Asks what a replacement would do. The server's own controllers write the status of some kinds in between: then again. */
async function replace(client: ApiClient, at: string, base: Tree, one: Case, stored: Tree): Promise<ApiAnswer> {
  let current = stored;
  for (let attempt = 0; ; attempt++) {
    const object = carryServerSet(applySteps(base, one.do), current);
    const answer = await client.send('PUT', `${at}${dryRun}`, textOf(object));
    if (answer.code !== 409 || attempt === 5) return answer;
    current = (await client.send('GET', at)).body;
  }
}

/** Deletes an object for good: without controllers nobody takes its finalizers off. */
async function remove(client: ApiClient, at: string): Promise<void> {
  await client.send('DELETE', `${at}?gracePeriodSeconds=0&propagationPolicy=Background`);
  const left = await client.send('GET', at);
  if (left.code === 404) return;
  (left.body.metadata as Tree).finalizers = [];
  await client.send('PUT', at, JSON.stringify(left.body));
}
