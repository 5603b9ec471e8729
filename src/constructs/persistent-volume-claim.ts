import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { labelNameFlaw, subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import type { kplus } from './pod/kplus';
import { Volume } from './pod/volume';
import { SingleObject } from './single-object';
import type { AccessMode } from './storage/access-mode';
import { type ClaimProps, accessModesOf, claimSpec } from './storage/claim-spec';

/** Props of a `PersistentVolumeClaim`. */
export interface PersistentVolumeClaimProps extends ObjectProps, ClaimProps {
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.PersistentVolumeClaim>;
}

/**
 * Storage that outlives the Pods which use it.
 *
 * The claim knows who may mount it at the same time, and so does the volume that is made of it.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 *
 * @example
 * const uploads = new PersistentVolumeClaim(chart, 'uploads', { storage: '10Gi', accessModes: ['ReadWriteMany'] });
 * new WebDeployment(chart, 'web', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   replicas: 3,
 *   volumeMounts: [uploads.volume().mountedAt('/uploads')],
 * });
 */
export class PersistentVolumeClaim extends SingleObject implements kplus.IPersistentVolumeClaim {
  readonly object: ApiObject;
  readonly resourceType = 'persistentvolumeclaims';
  /** Who may mount it at the same time. */
  readonly accessModes: readonly AccessMode[];
  /** The spec before any override, for whoever must fit the claim, such as `PersistentVolume.reserve`. */
  readonly spec: api.PersistentVolumeClaimSpec;

  private readonly place: Place;

  /**
   * @param id Name of the claim, unless `name` is given.
   * @throws {PropsError} for values that the API server would refuse
   */
  constructor(scope: Construct, id: string, props: PersistentVolumeClaimProps) {
    checkProps(scope, id, { PersistentVolumeClaim }, props);
    super(scope, id);
    this.place = new Place(this);
    this.accessModes = accessModesOf(props);
    this.spec = claimSpec(this.place, props);
    const claim: api.PersistentVolumeClaim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: settleMetadata(this, this.place, 'PersistentVolumeClaim', props, subdomainNameFlaw),
      spec: this.spec,
    };
    this.object = defineObject(this, 'persistentVolumeClaim', claim, props.overrides);
    this.node.defaultChild = this.object;
  }

  /**
   * The storage as a volume of a Pod: mount it with `.mountedAt('/data')`.
   *
   * @param name DNS label. Default: the name of the claim.
   * @param options `readOnly` mounts it for reading alone, whatever the containers ask for.
   * @throws {PropsError} for a name that is no DNS label
   */
  volume(name: string = this.name, options: { readonly readOnly?: boolean } = {}): Volume {
    this.place.at('volume').check(labelNameFlaw(name));
    return Volume.persistentVolumeClaim(name, this, { ...options, accessModes: this.accessModes });
  }
}
