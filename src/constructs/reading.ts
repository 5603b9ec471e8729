import type { Reading } from './configured-app-props';
import { mountPathFlaw } from '../values/path';
import type { Place } from './place';
import type { Env, EnvFromValue } from './pod/env';
import type { EnvFrom, EnvSource } from './pod/reference';
import type { Mount, Volume } from './pod/volume';
import type { EnvFromOptions, FilesOf } from './reference';

/** What the main container gets from a ConfigMap or Secret. */
export interface Read {
  readonly env: Env;
  readonly envFrom: readonly EnvFromValue[];
  readonly volumeMounts: readonly Mount[];
}

/** A ConfigMap or Secret that can be read. */
interface Readable {
  readonly name: string;
  readonly keys: readonly string[];
  key(key: string): EnvSource;
  all(options: EnvFromOptions): EnvFrom;
  files(options: FilesOf<string>, volumeName: string): Volume;
}

/**
 * What a container gets when it reads an object in this way.
 *
 * @param volumeName Name of the volume, if there is one.
 * @throws {PropsError} for a key that is not declared, and for a path that is none
 */
export function read(place: Place, source: Readable, how: Reading<string>, volumeName: string): Read {
  const asked = how.env ?? (how.files === undefined && how.singleFiles === undefined ? source.keys : []);
  return {
    envFrom: asked === 'all' ? [source.all({ prefix: how.envPrefix })] : [],
    env: asked === 'all' ? {} : variables(place.at('env'), source, asked),
    volumeMounts: mounts(place, source, how, volumeName),
  };
}

function variables(
  place: Place,
  source: Readable,
  asked: readonly string[] | { readonly [name: string]: string },
): Env {
  const byName = isList(asked) ? Object.fromEntries(asked.map((key) => [key, key])) : asked;
  return Object.fromEntries(
    Object.entries(byName).map(([name, key]) => {
      place.at(name).oneOf(key, source.keys);
      return [name, source.key(key)];
    }),
  );
}

function mounts(place: Place, source: Readable, how: Reading<string>, volumeName: string): readonly Mount[] {
  const { files, singleFiles } = how;
  if (files === undefined && singleFiles === undefined) return [];
  const readOnly = files?.readOnly ?? true;
  const folder = files && source.files({ items: files.items, defaultMode: files.defaultMode }, volumeName);
  // The items of the folder leave other keys out, so single files get a volume of their own beside them.
  const shared = folder && files.items === undefined ? folder : undefined;
  const single = singleFiles && (shared ?? source.files({}, folder ? `${volumeName}-files` : volumeName));
  return [
    ...(folder ? [folder.mountedAt(files.mountPath, { readOnly })] : []),
    ...Object.entries(singleFiles ?? {}).map(([path, key]) => {
      place.at('singleFiles').check(mountPathFlaw(path));
      place.at('singleFiles').at(path).oneOf(key, source.keys);
      return single!.mountedAt(path, { subPath: key, readOnly: true });
    }),
  ];
}

function isList(asked: readonly string[] | { readonly [name: string]: string }): asked is readonly string[] {
  return Array.isArray(asked);
}
