import type { Volume as ApiVolume } from '../../api/kubernetes';
import { labelNameFlaw } from '../../values/name';
import type { Place } from '../place';
import { checkTarget } from '../target';
import type { BuiltContainer } from './container';
import type { kplus } from './kplus';
import { Volume, checkVolume } from './volume';

/**
 * The volumes of a Pod: those listed, then those that containers mount, each once.
 *
 * @throws {PropsError} for a wrong name, for two volumes of one name, and for a block device without its volume
 */
export function collectVolumes(
  place: Place,
  listed: readonly (Volume | kplus.Volume)[],
  containers: readonly BuiltContainer[],
): ApiVolume[] {
  const byName = new Map<string, { readonly given: Volume | kplus.Volume; readonly volume: ApiVolume }>();
  const add = (given: Volume | kplus.Volume): void => {
    const known = byName.get(given.name);
    if (known?.given === given) return;
    const volume = (given instanceof Volume ? given : Volume.from(given)).toApi();
    place.at(given.name).check(labelNameFlaw(given.name));
    checkTarget(place.at(given.name), 'core.v1.Volume', volume);
    if (known === undefined) {
      byName.set(given.name, { given, volume });
    } else if (JSON.stringify(known.volume) !== JSON.stringify(volume)) {
      place.at(given.name).refuse({
        found: `declared twice, as ${sourceOf(known.volume)} and as ${sourceOf(volume)}`,
        allowed: 'one volume of each name',
        fix: 'rename one of the two, or declare the volume once and mount it twice',
      });
    }
  };
  listed.forEach((volume, index) => checkVolume(place.at(index), volume));
  listed.forEach(add);
  for (const { volumes } of containers) volumes.forEach(add);
  for (const { container } of containers) {
    for (const { name, devicePath } of container.volumeDevices ?? []) {
      if (byName.has(name)) continue;
      place.refuse({
        found: `without "${name}", the device ${devicePath} of container "${container.name}"`,
        allowed: 'every volume that a container uses',
        fix: `add Volume.persistentVolumeClaim("${name}", …)`,
      });
    }
  }
  return [...byName.values()].map(({ volume }) => volume);
}

function sourceOf({ name: _name, ...source }: ApiVolume): string {
  return JSON.stringify(source);
}
