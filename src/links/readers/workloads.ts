import { groupOf } from '../kinds';
import type { Field } from '../field';
import type { ReferenceReader, Referrer } from '../referrer';
import { selectorOfLabelSelector } from '../selector';

const storageClass = { group: 'storage.k8s.io', kind: 'StorageClass', namespace: null };

/** A StatefulSet: the Service that names its Pods, and the class of its claims; its Pods are read with those of others. */
export const readStatefulSet: ReferenceReader = (object, refer) => {
  const spec = object.at('spec');
  refer.to('is named by', spec.at('serviceName'), { kind: 'Service' });
  for (const claim of spec.at('volumeClaimTemplates').items()) {
    refer.to('is of class', claim.at('spec', 'storageClassName'), storageClass);
  }
};

/** A claim: its class, the volume that it asks for, and what it starts from. */
export const readClaim: ReferenceReader = (object, refer) => {
  const spec = object.at('spec');
  // With a volume that is named, the class is a mere name.
  readClass(spec, spec.at('volumeName').text !== '', refer);
  refer.to('binds', spec.at('volumeName'), { kind: 'PersistentVolume', namespace: null });
  const source = spec.at('dataSource').exists ? spec.at('dataSource') : spec.at('dataSourceRef');
  const from = { group: source.at('apiGroup').text, kind: source.at('kind').text };
  refer.to('depends on', source.at('name'), from);
};

/** A volume: its class, and the claim that it is kept for. */
export const readVolume: ReferenceReader = (object, refer) => {
  const spec = object.at('spec');
  readClass(spec, true, refer);
  const claim = spec.at('claimRef');
  refer.to('binds', claim.at('name'), { kind: 'PersistentVolumeClaim', namespace: claim.at('namespace').text });
};

function readClass(spec: Field, isMereName: boolean, refer: Referrer): void {
  const place = spec.at('storageClassName');
  if (isMereName) refer.maybeTo('is of class', place, { ...storageClass, name: place.text });
  else refer.to('is of class', place, storageClass);
}

/** A ServiceAccount: its Secrets. */
export const readServiceAccount: ReferenceReader = (object, refer) => {
  for (const secret of object.at('secrets').items()) refer.to('mounts', secret.at('name'), { kind: 'Secret' });
  for (const secret of object.at('imagePullSecrets').items()) {
    refer.to('pulls with', secret.at('name'), { kind: 'Secret' });
  }
};

/** An autoscaler: what it scales. */
export const readAutoscaler: ReferenceReader = (object, refer) => {
  const spec = object.at('spec');
  const target = spec.at('scaleTargetRef').exists ? spec.at('scaleTargetRef') : spec.at('targetRef');
  const apiVersion = target.at('apiVersion');
  const kind = target.at('kind').text || 'Deployment';
  // A core kind that is scaled is there: the group was left out.
  const group = apiVersion.text === '' ? 'apps' : groupOf(apiVersion.text);
  refer.to('scales', target.at('name'), { group, kind });
};

/** A PodDisruptionBudget: the Pods that it guards. */
export const readDisruptionBudget: ReferenceReader = (object, refer) => {
  const selector = object.at('spec', 'selector');
  if (selector.exists) refer.toSelected('guards', selector, selectorOfLabelSelector(selector));
};
