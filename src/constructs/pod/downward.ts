import type { Volume as ApiVolume } from '../../api/kubernetes';
import { labelNameFlaw } from '../../values/name';
import { numberFlaw } from '../../values/number';
import { subPathFlaw } from '../../values/path';
import { compact } from '../compact';
import type { Place } from '../place';
import { type Amount, quantity } from './resources';

/** A field of the Pod that can become a file. Files follow changes of labels and annotations. */
export type PodFieldPath =
  | 'metadata.name'
  | 'metadata.namespace'
  | 'metadata.uid'
  | 'metadata.labels'
  | 'metadata.annotations'
  | `metadata.labels['${string}']`
  | `metadata.annotations['${string}']`;

/** A resource of a container that can become a file. */
export type ContainerResource =
  `${'limits' | 'requests'}.${'cpu' | 'memory' | 'ephemeral-storage' | `hugepages-${string}`}`;

/** A file with a field of the Pod. */
export interface PodFieldFile {
  /** The field. */
  readonly fieldPath: PodFieldPath;
  /**
   * Version of the API that the path is written in.
   * @default - not printed; Kubernetes takes `v1`
   */
  readonly apiVersion?: 'v1';
  /**
   * Permission bits from 0 to 0o777.
   * @default - those of the volume
   */
  readonly mode?: number;
}

/** A file with what a container requests or may use. */
export interface ContainerResourceFile {
  /** The resource. */
  readonly resource: ContainerResource;
  /** Name of the container. */
  readonly containerName: string;
  /**
   * Unit of the number in the file, such as `'1m'` or `'1Mi'`.
   * @default - not printed; Kubernetes takes 1: whole cores or bytes
   */
  readonly divisor?: Amount;
  /**
   * Permission bits from 0 to 0o777.
   * @default - those of the volume
   */
  readonly mode?: number;
}

/**
 * Files with what a Pod is told of itself, by their path in the volume: relative, without `..`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
 */
export type DownwardFiles = { readonly [path: string]: PodFieldPath | PodFieldFile | ContainerResourceFile };

type ApiFile = NonNullable<NonNullable<ApiVolume['downwardAPI']>['items']>[number];

/**
 * The files as the API has them.
 *
 * @throws {PropsError} for a path that leaves the volume, and for wrong permission bits or divisors
 */
export function downwardItems(place: Place, files: DownwardFiles): readonly ApiFile[] {
  return Object.entries(files).map(([path, file]) => {
    const here = place.at(path);
    here.check(subPathFlaw(path));
    if (typeof file === 'string') return { fieldRef: { fieldPath: file }, path };
    if (file.mode !== undefined) here.at('mode').check(numberFlaw(file.mode, 0, 0o777));
    return compact({ ...reference(here, file), mode: file.mode, path });
  });
}

function reference(
  place: Place,
  file: PodFieldFile | ContainerResourceFile,
): Pick<ApiFile, 'fieldRef' | 'resourceFieldRef'> {
  if ('fieldPath' in file) return { fieldRef: compact({ apiVersion: file.apiVersion, fieldPath: file.fieldPath }) };
  const { containerName, resource } = file;
  place.at('containerName').check(labelNameFlaw(containerName));
  const divisor = file.divisor === undefined ? undefined : quantity(place.at('divisor'), file.divisor);
  return { resourceFieldRef: compact({ containerName, divisor, resource }) };
}
