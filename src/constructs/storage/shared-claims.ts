import type { Place } from '../place';
import type { kplus } from '../pod/kplus';
import { Volume } from '../pod/volume';
import type { AccessMode } from './access-mode';

const ofOneNode: readonly AccessMode[] = ['ReadWriteOnce', 'ReadWriteOncePod'];

/**
 * Refuses a claim that the Pods of one workload cannot all mount: Pods on a second node would wait for it for good.
 *
 * Only what is known is judged: a claim by its name alone, as in `Volume.persistentVolumeClaim('data', 'shop-data')`, is
 * taken as it is.
 *
 * @param volumes Every volume of the Pod.
 * @param pods The largest number of Pods that there may be.
 * @throws {PropsError} for more than one Pod and a claim for one node or one Pod
 */
export function checkSharedClaims(place: Place, volumes: readonly (Volume | kplus.Volume)[], pods: number): void {
  if (pods <= 1) return;
  for (const volume of volumes) {
    if (!(volume instanceof Volume) || volume.accessModes === undefined) continue;
    if (!volume.accessModes.every((mode) => ofOneNode.includes(mode))) continue;
    place.at(volume.name).refuse({
      found: `a claim with ${volume.accessModes.join(', ')}, shared by ${pods} Pods`,
      allowed: 'a claim with ReadWriteMany or ReadOnlyMany, or one Pod',
      fix: 'take a StatefulApp, which makes a claim for each Pod, or change `accessModes` of the claim',
    });
  }
}
