import type { Judged } from '../../build';
import type { ObjectIdentity } from '../../problems/problem';
import { identityKey } from '../../reading/identity-key';

/** What was judged of one `app.synth()`, and where it would have written: an absolute path. */
export interface JudgedPart {
  readonly outdir: string;
  readonly judged: Judged;
}

/** Puts together what was judged in one run; undefined where nothing was. */
export function mergeJudged(parts: readonly JudgedPart[]): Judged | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const kinds = new Map<string, Judged['notJudged'][number]>();
  for (const kind of parts.flatMap(({ judged }) => judged.notJudged)) {
    const key = `${kind.apiVersion} ${kind.kind}`;
    kinds.set(key, { ...kind, count: kind.count + (kinds.get(key)?.count ?? 0) });
  }
  return {
    kubernetes: first.judged.kubernetes,
    judged: parts.reduce((sum, { judged }) => sum + judged.judged, 0),
    notJudged: [...kinds.values()],
    deleted: mergeDeleted(parts),
  };
}

/** Two apps may write to one folder: what one of them does not make, the other may. */
function mergeDeleted(parts: readonly JudgedPart[]): readonly ObjectIdentity[] {
  const deleted = new Map<string, ObjectIdentity>();
  for (const { judged, outdir } of parts) {
    const others = parts.filter((it) => it.outdir === outdir).map((it) => new Set(it.judged.deleted.map(identityKey)));
    for (const identity of judged.deleted) {
      const key = identityKey(identity);
      if (others.every((keys) => keys.has(key))) deleted.set(key, identity);
    }
  }
  return [...deleted.values()];
}
