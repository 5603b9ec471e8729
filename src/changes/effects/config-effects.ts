import type { ObjectIdentity } from '../../problems/problem';
import type { Draft } from '../change';
import { changedField } from '../change';
import { configKey } from '../config-readers';
import type { ConfigReader } from '../config-readers';
import { counted } from '../data';
import type { Effect } from '../effect';

/** What is known of those who read ConfigMaps and Secrets. */
export interface ConfigReaders {
  /** Who reads what, by `configKey`. */
  readonly readers: () => ReadonlyMap<string, readonly ConfigReader[]>;
  /** Whether a workload gets new Pods by the same change. */
  readonly restarts: (workload: ObjectIdentity) => boolean;
}

/** A ConfigMap or Secret that changes under Pods that go on running. */
export function configEffects(draft: Draft, { readers, restarts }: ConfigReaders): readonly Effect[] {
  const { kind, name, namespace } = draft.identity;
  if (kind !== 'ConfigMap' && kind !== 'Secret') return [];
  if (draft.kind !== 'changed' && draft.kind !== 'deleted') return [];
  const field = changedField(draft.fields, /^(?:data|stringData|binaryData)\b/);
  if ((field === undefined && draft.kind === 'changed') || draft.refusals.length > 0) return [];
  const affected = (readers().get(configKey(kind, name, namespace)) ?? []).filter(
    ({ workload }) => !restarts(workload),
  );
  const effects: Effect[] = [];
  if (draft.kind === 'deleted') {
    if (affected.length === 0) return [];
    const reason = `${whom(affected)} still reads it: Pods that start from now on fail.`;
    return [{ kind: 'stale', workloads: affected.map(({ workload }) => workload), reason }];
  }
  const stale = affected.filter(({ onlyAtStart }) => onlyAtStart);
  const mounted = affected.filter(({ onlyAtStart }) => !onlyAtStart);
  if (stale.length > 0) {
    const reason = `${whom(stale)} reads it only when its Pods start, and this change restarts none of them.`;
    effects.push({ kind: 'stale', workloads: stale.map(({ workload }) => workload), field, reason });
  }
  if (mounted.length > 0) {
    const reason = `${whom(mounted)} mounts it and sees the new files after a minute or so, if it reads them again.`;
    effects.push({ kind: 'later', field, reason });
  }
  return effects;
}

function whom(readers: readonly ConfigReader[]): string {
  const [{ workload }] = readers;
  return readers.length === 1 ? `${workload.kind} ${workload.name}` : `Each of ${counted(readers.length, 'workload')}`;
}
