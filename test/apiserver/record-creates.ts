import { applySteps, textOf } from '../corpus/case';
import type { Case, Tree } from '../corpus/case';
import { namespaces } from '../corpus/cluster';
import type { ApiClient } from './client';
import { inParallel } from './in-parallel';
import type { Resources } from './resources';
import { typeOf } from './resources';
import { notServed, verdictOf } from './verdict';
import type { Verdict } from './verdict';

/** What makes of a request a question. */
export const dryRun = '?dryRun=All&fieldValidation=Strict';

/** Asks the server about creates, in any order: a dry run leaves nothing behind. */
export async function recordCreates(
  client: ApiClient,
  resources: Resources,
  bases: ReadonlyMap<string, Tree>,
  cases: readonly Case[],
): Promise<readonly Verdict[]> {
  return inParallel(cases, async (one) => {
    const base = bases.get(one.base) as Tree;
    const { apiVersion, kind } = typeOf(base);
    const path = resources.path(apiVersion, kind, namespaces[one.podSecurity ?? 'privileged']);
    if (path === undefined) return notServed;
    const text = textOf(applySteps(base, one.do));
    return verdictOf(await client.send('POST', `${path}${dryRun}`, text), text);
  });
}
