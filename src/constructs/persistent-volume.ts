import { type ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { subdomainNameFlaw } from '../values/name';
import { show } from '../values/show';
import { checkProps } from './check-props';
import { settleMetadata } from './metadata';
import { defineObject } from './object';
import type { PersistentVolumeClaim } from './persistent-volume-claim';
import type { PersistentVolumeProps } from './persistent-volume-props';
import { Place } from './place';
import type { kplus } from './pod/kplus';
import { nameOf } from './pod/reference';
import { SingleObject } from './single-object';
import { claimMismatch } from './storage/claim-mismatch';
import { claimReference, volumeSpec } from './storage/volume-spec';

/**
 * Storage that is there already, for claims to bind to.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 *
 * @example
 * const archive = new PersistentVolume(chart, 'archive', {
 *   capacity: '500Gi',
 *   accessModes: ['ReadWriteMany'],
 *   source: { nfs: { server: 'nfs.example.com', path: '/archive' } },
 *   mountOptions: ['nfsvers=4.1'],
 * });
 * const claim = new PersistentVolumeClaim(chart, 'shop-archive', {
 *   storage: '500Gi',
 *   accessModes: ['ReadWriteMany'],
 *   storageClassName: '',
 *   volumeName: archive,
 * });
 * archive.reserve(claim, 'shop'); // no other claim gets it
 */
export class PersistentVolume extends SingleObject implements kplus.IPersistentVolume {
  readonly object: ApiObject;
  readonly resourceType = 'persistentvolumes';
  /** The spec before any override. */
  readonly spec: api.PersistentVolumeSpec;

  private readonly place: Place;
  private reservedFor: string | undefined;

  /**
   * @param id Name of the volume, unless `name` is given.
   * @throws {PropsError} for values that the API server would refuse
   */
  constructor(scope: Construct, id: string, props: PersistentVolumeProps) {
    checkProps(scope, id, { PersistentVolume }, props);
    super(scope, id);
    this.place = new Place(this);
    this.reservedFor = props.claimRef && nameOf(props.claimRef.name);
    this.spec = volumeSpec(this.place, props);
    const volume: api.PersistentVolume = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: settleMetadata(this, this.place, 'PersistentVolume', props, subdomainNameFlaw),
      spec: this.spec,
    };
    this.object = defineObject(this, 'persistentVolume', volume, props.overrides);
    this.node.defaultChild = this.object;
  }

  /**
   * Keeps the volume for one claim. The claim asks for the volume by its `volumeName`.
   *
   * @param namespace Namespace of the claim. Default: the one it is made in.
   * @throws {PropsError} for a claim without a namespace or one that could never bind, and for a second claim
   */
  reserve(claim: PersistentVolumeClaim, namespace: string | undefined = claim.namespace): void {
    const place: Place = this.place.at('reserve');
    if (this.reservedFor !== undefined) {
      place.refuse({
        found: `called for ${show(claim.name)}, while the volume is kept for ${show(this.reservedFor)}`,
        allowed: 'one claim',
        fix: 'make a volume for each claim',
      });
    }
    if (namespace === undefined) {
      place.refuse({
        found: `called for ${show(claim.name)}, whose namespace is not known`,
        allowed: 'a claim with a namespace, because the volume has none itself',
        fix: 'write reserve(claim, "…"), or give the chart a namespace',
      });
    }
    place.check(claimMismatch(this, claim));
    const claimRef = claimReference(place, { name: claim, namespace });
    this.object.addJsonPatch(JsonPatch.add('/spec/claimRef', claimRef));
    this.reservedFor = claim.name;
  }
}
