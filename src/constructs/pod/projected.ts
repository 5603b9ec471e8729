import type { Volume as ApiVolume } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import { subPathFlaw } from '../../values/path';
import { compact } from '../compact';
import type { Place } from '../place';
import { type DownwardFiles, downwardItems } from './downward';
import { keyItems } from './key-items';
import { type NameOf, nameOf } from './reference';
import type { FilesOptions } from './volume';

/** Keys of an object as files, beside those of others. */
type ProjectedKeys = Omit<FilesOptions, 'defaultMode'>;

/** A token of the Pod's service account, for one that does not talk to the API server. It is renewed before it ends. */
export interface ServiceAccountTokenFile {
  /** Path of the file in the volume, relative, without `..`. */
  readonly path: string;
  /**
   * For whom the token is: who checks it must ask for the same word.
   * @default - the API server
   */
  readonly audience?: string;
  /**
   * Seconds that it is valid, from 600 (ten minutes) to 4294967296.
   * @default - not printed; Kubernetes takes 3600
   */
  readonly expirationSeconds?: number;
}

/** One of the things that a projected volume puts into one folder. */
export type ProjectedSource =
  | ({
      /** ConfigMap whose keys become files. `settings.projected()` checks the keys too. */
      readonly configMap: NameOf;
    } & ProjectedKeys)
  | ({
      /** Secret whose keys become files. `secret.projected()` checks the keys too. */
      readonly secret: NameOf;
    } & ProjectedKeys)
  | {
      /** What the Pod is told of itself. */
      readonly downwardAPI: DownwardFiles;
    }
  | {
      /** A token of the Pod's service account. */
      readonly serviceAccountToken: ServiceAccountTokenFile;
    };

type ApiSource = NonNullable<NonNullable<ApiVolume['projected']>['sources']>[number];

const longestToken = 2 ** 32;

/**
 * The source as the API has it.
 *
 * @throws {PropsError} for a path that leaves the volume, and for a token that is valid for less than ten minutes
 */
export function projection(place: Place, source: ProjectedSource): ApiSource {
  if ('configMap' in source) return { configMap: keys(source.configMap, source) };
  if ('secret' in source) return { secret: keys(source.secret, source) };
  if ('downwardAPI' in source) {
    return { downwardAPI: { items: downwardItems(place.at('downwardAPI'), source.downwardAPI) } };
  }
  const here = place.at('serviceAccountToken');
  const { path, audience, expirationSeconds } = source.serviceAccountToken;
  here.at('path').check(subPathFlaw(path));
  if (expirationSeconds !== undefined) {
    here.at('expirationSeconds').check(numberFlaw(expirationSeconds, 600, longestToken));
  }
  return { serviceAccountToken: compact({ audience, expirationSeconds, path }) };
}

function keys(object: NameOf, { items, optional }: ProjectedKeys): NonNullable<ApiSource['configMap']> {
  return compact({ name: nameOf(object), items: items && keyItems(items), optional });
}
