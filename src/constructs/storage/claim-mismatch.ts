import type { PersistentVolumeClaimSpec, PersistentVolumeSpec } from '../../api/kubernetes';
import type { Flaw } from '../../problems/props-error';
import { compareQuantities } from '../../values/quantity';
import { either, show } from '../../values/show';

interface HasSpec<Spec> {
  readonly name: string;
  readonly spec: Spec;
}

/** Why a claim could never bind to a volume: each waits for the other for good, and no server says a word. */
export function claimMismatch(
  volume: HasSpec<PersistentVolumeSpec>,
  claim: HasSpec<PersistentVolumeClaimSpec>,
): Flaw | undefined {
  const called = `called for ${show(claim.name)},`;
  const { volumeName, storageClassName, resources, accessModes = [], volumeMode = 'Filesystem' } = claim.spec;
  if (volumeName !== undefined && volumeName !== volume.name) {
    return {
      found: `${called} which asks for the volume ${show(volumeName)}`,
      allowed: `a claim with volumeName ${show(volume.name)}`,
      fix: 'pass the volume as `volumeName` of the claim',
    };
  }
  const capacity = volume.spec.capacity!.storage!;
  const requested = resources!.requests!.storage!;
  if (compareQuantities(requested, capacity) > 0) {
    return {
      found: `${called} which asks for ${show(requested)}`,
      allowed: `a claim for at most ${show(capacity)}, the capacity of the volume`,
      fix: 'ask for less',
    };
  }
  const offered = volume.spec.accessModes!;
  const lacking = accessModes.find((mode) => !offered.includes(mode));
  if (lacking !== undefined) {
    return {
      found: `${called} which asks for ${show(lacking)}`,
      allowed: `access modes of the volume: ${either(offered.map((mode) => show(mode)))}`,
      fix: 'change `accessModes` of one of the two',
    };
  }
  const className = volume.spec.storageClassName ?? '';
  if (storageClassName !== className) {
    const asked =
      storageClassName === undefined ? "the cluster's default class" : `the class ${show(storageClassName)}`;
    return {
      found: `${called} which asks for ${asked}`,
      allowed: `a claim with storageClassName ${show(className)}, as the volume has it`,
      fix: 'change `storageClassName` of one of the two',
    };
  }
  const mode = volume.spec.volumeMode ?? 'Filesystem';
  if (volumeMode === mode) return undefined;
  return {
    found: `${called} which asks for ${show(volumeMode)}`,
    allowed: `a claim with volumeMode ${show(mode)}, as the volume has it`,
    fix: 'change `volumeMode` of one of the two',
  };
}
