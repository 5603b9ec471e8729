import type { VolumeSource } from '../../api/kubernetes';
import { checkArgument } from '../check-props';
import { compact } from '../compact';
import type { Place } from '../place';
import type { NameOf } from './reference';
import type { FilesOptions } from './volume';

type ApiItem = NonNullable<NonNullable<VolumeSource['configMap']>['items']>[number];

/** Keys and their files as the API has them. */
export function keyItems(items: NonNullable<FilesOptions['items']>): readonly ApiItem[] {
  return Object.entries(items).map(([key, item]) => ({
    key,
    ...(typeof item === 'string' ? { path: item } : compact({ path: item.path, mode: item.mode })),
  }));
}

/** How a volume is made of keys, as the API has it. */
export function files({
  items,
  defaultMode,
  optional,
}: FilesOptions): Omit<NonNullable<VolumeSource['configMap']>, 'name'> {
  return { items: items && keyItems(items), defaultMode, optional };
}

/** @throws {PropsError} for what is no name of an object, and for options that are none */
export function checkFiles(place: Place, object: NameOf, options: FilesOptions): void {
  checkArgument(place.at('name'), 'name', object);
  checkArgument(place, 'volumeFiles', options);
}
