import type { PersistentVolumeSpec } from '../../api/kubernetes';
import { labelNameFlaw, subdomainNameFlaw } from '../../values/name';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { ClaimReference, PersistentVolumeProps, PersistentVolumeSource } from '../persistent-volume-props';
import type { Place } from '../place';
import { nameOf } from '../pod/reference';
import { checkAccessModes } from './access-mode';
import { attributesClassOf, classNameOf, sizeOf } from './claim-spec';
import { reclaimPolicies } from './reclaim-policy';

/**
 * The spec of a PersistentVolume.
 *
 * @throws {PropsError} for values that the API server would refuse
 */
export function volumeSpec(place: Place, props: PersistentVolumeProps): PersistentVolumeSpec {
  const accessModes = [...(props.accessModes ?? (['ReadWriteOnce'] as const))];
  checkAccessModes(place.at('accessModes'), accessModes);
  checkSource(place.at('source'), props.source);
  if (props.volumeMode !== undefined) place.at('volumeMode').oneOf(props.volumeMode, ['Filesystem', 'Block']);
  if (props.reclaimPolicy !== undefined) place.at('reclaimPolicy').oneOf(props.reclaimPolicy, reclaimPolicies);
  if ('local' in props.source && props.nodeAffinity === undefined) {
    place.at('nodeAffinity').refuse({
      found: 'left out while the data is local to a node',
      allowed: 'the nodes that hold the data',
      fix: "add nodeAffinity with a term for the label 'kubernetes.io/hostname'",
    });
  }
  return compact({
    accessModes,
    capacity: { storage: sizeOf(place.at('capacity'), props.capacity) },
    storageClassName: classNameOf(place.at('storageClassName'), props.storageClassName),
    volumeAttributesClassName: attributesClassOf(place, 'PersistentVolumeSpec', props.volumeAttributesClassName),
    persistentVolumeReclaimPolicy: props.reclaimPolicy,
    volumeMode: props.volumeMode,
    mountOptions: props.mountOptions,
    nodeAffinity: props.nodeAffinity,
    claimRef: props.claimRef && claimReference(place.at('claimRef'), props.claimRef),
    ...props.source,
  });
}

function checkSource(place: Place, source: PersistentVolumeSource): void {
  const given = Object.entries(source).filter(([, value]) => value !== undefined);
  if (given.length === 1) return;
  place.refuse({
    found: show(Object.fromEntries(given)),
    allowed: 'exactly one source such as { nfs: { server, path } }',
    fix: given.length === 0 ? 'say where the data is' : 'make a volume of each',
  });
}

/**
 * A claim as a volume refers to it.
 *
 * @throws {PropsError} for a wrong name or namespace
 */
export function claimReference(place: Place, { name, namespace }: ClaimReference): PersistentVolumeSpec['claimRef'] {
  place.at('name').check(subdomainNameFlaw(nameOf(name)));
  place.at('namespace').check(labelNameFlaw(namespace));
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: nameOf(name), namespace };
}
