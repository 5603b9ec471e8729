import type { VolumeSource } from '../../api/kubernetes';
import { compact } from '../compact';
import type { FilesOptions } from './volume';

type ApiItem = NonNullable<NonNullable<VolumeSource['configMap']>['items']>[number];

/** Keys and their files as the API has them. */
export function keyItems(items: NonNullable<FilesOptions['items']>): readonly ApiItem[] {
  return Object.entries(items).map(([key, item]) => ({
    key,
    ...(typeof item === 'string' ? { path: item } : compact({ path: item.path, mode: item.mode })),
  }));
}
