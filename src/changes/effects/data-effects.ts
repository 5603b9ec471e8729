import { compareQuantities, quantityFlaw } from '../../values/quantity';
import type { Quantity } from '../../values/quantity';
import { changedField } from '../change';
import type { Draft } from '../change';
import { at, canonical, mapsIn, textIn } from '../data';
import type { Effect } from '../effect';
import { readWorkload } from '../workload';

/** Data that may be lost, or is left without its owner. */
export function dataEffects(draft: Draft): readonly Effect[] {
  switch (draft.identity.kind) {
    case 'PersistentVolumeClaim':
      return claimEffects(draft);
    case 'PersistentVolume':
      return volumeEffects(draft);
    case 'StatefulSet':
      return [...statefulSetEffects(draft), ...mountEffects(draft)];
    case 'Namespace':
      return goes(draft)
        ? [data('Everything in the namespace is deleted with it, claims and their data included.')]
        : [];
    case 'CustomResourceDefinition':
      return definitionEffects(draft);
    default:
      return mountEffects(draft);
  }
}

/** A renamed object is a new one: what belongs to the old one is not carried over. */
function goes({ kind }: Draft): boolean {
  return kind === 'deleted' || kind === 'renamed';
}

function claimEffects(draft: Draft): readonly Effect[] {
  if (goes(draft)) {
    const instead = draft.kind === 'renamed' ? ' The new one starts empty.' : '';
    return [data(`The claim is deleted; unless its volume is retained, so is the data.${instead}`)];
  }
  const [old, now] = [draft.before, draft.after].map((it) => at(it, 'spec', 'resources', 'requests', 'storage'));
  if (!isQuantity(old) || !isQuantity(now) || compareQuantities(now, old) >= 0) return [];
  return [
    data(
      `The claim asks for less than it has (${old} -> ${now}): a volume cannot shrink.`,
      'spec.resources.requests.storage',
    ),
  ];
}

function volumeEffects(draft: Draft): readonly Effect[] {
  const policy = (side: Draft['before']): string => textIn(at(side, 'spec', 'persistentVolumeReclaimPolicy'), 'Retain');
  if (goes(draft)) {
    if (policy(draft.before) === 'Delete')
      return [data('The volume is deleted, and the storage behind it (`Delete`).')];
    return [data('The volume is deleted; the storage behind it stays, and has no owner any more (`Retain`).')];
  }
  if (!draft.before || !draft.after || policy(draft.before) !== 'Retain' || policy(draft.after) === 'Retain') return [];
  const reason = `The storage is no longer kept when the claim goes (Retain -> ${policy(draft.after)}).`;
  return [data(reason, 'spec.persistentVolumeReclaimPolicy')];
}

function statefulSetEffects(draft: Draft): readonly Effect[] {
  const retention = (when: string): unknown => at(draft.before, 'spec', 'persistentVolumeClaimRetentionPolicy', when);
  const claims = mapsIn(at(draft.before, 'spec', 'volumeClaimTemplates'));
  if (goes(draft)) {
    if (claims.length === 0) return [];
    if (retention('whenDeleted') === 'Delete')
      return [data('The claims of its Pods are deleted with it (`whenDeleted`).')];
    if (draft.kind === 'renamed')
      return [data('The Pods of the new name start with empty claims; the old claims stay.')];
    return [data('The claims of its Pods stay, and have no owner any more.')];
  }
  if (!draft.after || !draft.before) return [];
  const effects: Effect[] = [];
  if (canonical(claims) !== canonical(mapsIn(at(draft.after, 'spec', 'volumeClaimTemplates')))) {
    const field = changedField(draft.fields, /^spec\.volumeClaimTemplates/);
    if (field !== undefined) effects.push(data('The claims that its Pods have do not follow their template.', field));
  }
  const [old, now] = [draft.before, draft.after].map((it) => readWorkload(draft.identity, it)?.replicas ?? 0);
  if (now < old && claims.length > 0 && retention('whenScaled') === 'Delete') {
    effects.push(data(`The claims of ${old - now} Pods are deleted (\`whenScaled\`).`, 'spec.replicas'));
  }
  return effects;
}

function definitionEffects(draft: Draft): readonly Effect[] {
  if (goes(draft)) return [data('Every object of this kind, in all namespaces, is deleted with its definition.')];
  const served = (side: Draft['before']): readonly string[] =>
    mapsIn(at(side, 'spec', 'versions')).map((it) => textIn(it.name));
  const lost = served(draft.before).filter((it) => draft.after && !served(draft.after).includes(it));
  if (lost.length === 0) return [];
  return [data(`Objects of version ${lost.join(', ')} cannot be read any more: the version is gone.`, 'spec.versions')];
}

/** A Pod that mounts another claim, or none, does not see its data. */
function mountEffects(draft: Draft): readonly Effect[] {
  const [was, workload] = [draft.before, draft.after].map((it) => readWorkload(draft.identity, it));
  if (!was || !workload || draft.kind !== 'changed') return [];
  const now = new Map(mapsIn(workload.podSpec.volumes).map((volume) => [volume.name, volume]));
  return mapsIn(was.podSpec.volumes).flatMap((volume): readonly Effect[] => {
    const claim = at(volume, 'persistentVolumeClaim', 'claimName');
    const other = now.get(volume.name);
    if (claim === undefined || other === undefined || at(other, 'persistentVolumeClaim', 'claimName') === claim)
      return [];
    const instead = textIn(at(other, 'persistentVolumeClaim', 'claimName'), 'no claim');
    const field = changedField(draft.fields, /\.volumes\[/);
    return [
      data(
        `Volume ${textIn(volume.name)} is ${instead} in place of claim ${textIn(claim)}: its data stays there.`,
        field,
      ),
    ];
  });
}

function data(reason: string, field?: string): Effect {
  return { kind: 'data', reason, ...(field !== undefined && { field }) };
}

function isQuantity(value: unknown): value is Quantity {
  return quantityFlaw(value) === undefined;
}
