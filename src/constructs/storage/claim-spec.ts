import type { LabelSelector, PersistentVolumeClaimSpec } from '../../api/kubernetes';
import { subdomainNameFlaw } from '../../values/name';
import { type Quantity, compareQuantities } from '../../values/quantity';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import { type NameOf, nameOf } from '../pod/reference';
import { checkTarget } from '../target';
import { type Amount, quantity } from '../pod/resources';
import { type AccessMode, checkAccessModes } from './access-mode';

/** What a new volume is filled with: a copy of another claim of the namespace, a snapshot, or any object of an add-on. */
export type ClaimDataSource =
  | {
      /** PersistentVolumeClaim to copy. */
      readonly claim: NameOf;
    }
  | {
      /** VolumeSnapshot to restore. */
      readonly snapshot: NameOf;
    }
  | {
      /** API group of the object; none for the core group, whose only kind here is `PersistentVolumeClaim`. */
      readonly apiGroup?: string;
      /** Kind of the object. */
      readonly kind: string;
      /** Name of the object. */
      readonly name: NameOf;
      /**
       * Namespace of the object (alpha in 1.27).
       * @default - the namespace of the claim
       */
      readonly namespace?: string;
    };

/**
 * A claim for storage, whoever makes it: a PersistentVolumeClaim, a template of a StatefulSet, or an ephemeral volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export interface ClaimProps {
  /** How much the volume must hold, in bytes, such as `'10Gi'`; above 0. Printed as it is written. */
  readonly storage: Amount;
  /**
   * How much the volume may hold at most, never below `storage`.
   * @default - no limit
   */
  readonly storageLimit?: Amount;
  /**
   * Who may mount it at the same time.
   * @default ['ReadWriteOnce']
   */
  readonly accessModes?: readonly AccessMode[];
  /**
   * Class of the storage. Empty text asks for a volume without a class, which somebody must have made.
   * @default - the cluster's default class
   */
  readonly storageClassName?: NameOf;
  /**
   * VolumeAttributesClass of the storage, such as how fast it is. Other than the storage class, it can be changed.
   * @default - the driver's
   * @since 1.34
   */
  readonly volumeAttributesClassName?: NameOf;
  /**
   * Whether containers see a file system or the bare device.
   * @default - not printed; Kubernetes takes `Filesystem`
   */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /**
   * Name of the PersistentVolume to bind to.
   * @default - any that fits
   */
  readonly volumeName?: NameOf;
  /**
   * Labels that the PersistentVolume must have. No volume is made for a claim that selects.
   * @default - any volume
   */
  readonly selector?: LabelSelector;
  /**
   * What a new volume is filled with. A claim or snapshot is printed as `dataSource`, any other object as `dataSourceRef`.
   * @default - nothing: the volume is empty
   */
  readonly dataSource?: ClaimDataSource;
}

/** The access modes of a claim. */
export function accessModesOf({ accessModes = ['ReadWriteOnce'] }: ClaimProps): readonly AccessMode[] {
  return [...accessModes];
}

/**
 * The claim's spec.
 *
 * @param place Where the claim's props stand.
 * @throws {PropsError} for values that the API server would refuse
 */
export function claimSpec(place: Place, props: ClaimProps): PersistentVolumeClaimSpec {
  const accessModes = accessModesOf(props);
  checkAccessModes(place.at('accessModes'), accessModes);
  if (props.volumeMode !== undefined) place.at('volumeMode').oneOf(props.volumeMode, ['Filesystem', 'Block']);
  return compact({
    accessModes,
    storageClassName: classNameOf(place.at('storageClassName'), props.storageClassName),
    volumeAttributesClassName: attributesClassOf(place, 'PersistentVolumeClaimSpec', props.volumeAttributesClassName),
    volumeMode: props.volumeMode,
    resources: resources(place, props),
    selector: props.selector,
    volumeName: props.volumeName === undefined ? undefined : checkedName(place.at('volumeName'), props.volumeName),
    ...(props.dataSource && dataSource(place.at('dataSource'), props.dataSource)),
  });
}

/**
 * The name of a storage class; empty text means no class.
 *
 * @throws {PropsError} for a wrong name
 */
export function classNameOf(place: Place, storageClassName: NameOf | undefined): string | undefined {
  if (storageClassName === undefined || storageClassName === '') return storageClassName;
  return checkedName(place, storageClassName);
}

/**
 * The name of a VolumeAttributesClass.
 *
 * @param place Where the props of the claim or volume stand.
 * @throws {PropsError} for a wrong name, and where the App's target has no such classes
 */
export function attributesClassOf(
  place: Place,
  type: 'PersistentVolumeClaimSpec' | 'PersistentVolumeSpec',
  given: NameOf | undefined,
): string | undefined {
  if (given === undefined) return undefined;
  const volumeAttributesClassName = checkedName(place.at('volumeAttributesClassName'), given);
  checkTarget(place, `core.v1.${type}`, { volumeAttributesClassName });
  return volumeAttributesClassName;
}

/**
 * A size above 0, as it was written.
 *
 * @throws {PropsError} for what is no quantity, and for 0
 */
export function sizeOf(place: Place, amount: Amount): Quantity {
  const size = quantity(place, amount);
  if (compareQuantities(size, 0) > 0) return size;
  return place.refuse({ found: show(size), allowed: 'a size above 0 such as "10Gi"', fix: 'write how much is needed' });
}

function resources(place: Place, props: ClaimProps): PersistentVolumeClaimSpec['resources'] {
  const requested = sizeOf(place.at('storage'), props.storage);
  if (props.storageLimit === undefined) return { requests: { storage: requested } };
  const limit = quantity(place.at('storageLimit'), props.storageLimit);
  if (compareQuantities(limit, requested) < 0) {
    place.at('storageLimit').refuse({
      found: `${show(limit)}, below the ${show(requested)} of \`storage\``,
      allowed: 'the size asked for or more',
      fix: `raise it to ${show(requested)} or lower \`storage\``,
    });
  }
  return { limits: { storage: limit }, requests: { storage: requested } };
}

function dataSource(
  place: Place,
  source: ClaimDataSource,
): Pick<PersistentVolumeClaimSpec, 'dataSource' | 'dataSourceRef'> {
  if ('claim' in source) {
    return { dataSource: { kind: 'PersistentVolumeClaim', name: checkedName(place.at('claim'), source.claim) } };
  }
  if ('snapshot' in source) {
    const name = checkedName(place.at('snapshot'), source.snapshot);
    return { dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name } };
  }
  const { apiGroup, kind, namespace } = source;
  return { dataSourceRef: compact({ apiGroup, kind, name: checkedName(place.at('name'), source.name), namespace }) };
}

function checkedName(place: Place, reference: NameOf): string {
  const name = nameOf(reference);
  place.check(subdomainNameFlaw(name));
  return name;
}
