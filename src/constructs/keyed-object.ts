import type { EnvFrom, EnvSource } from './pod/reference';
import type { ProjectedSource } from './pod/projected';
import type { Volume } from './pod/volume';
import type { EnvFromOptions, FilesOf, KeyedReference, ReferenceOptions } from './reference';
import { SingleObject } from './single-object';

/** A ConfigMap or Secret that is made here: what its reference can do, it can do itself. */
export abstract class KeyedObject<Key extends string> extends SingleObject {
  /** The object by its name and keys, for whoever needs no construct. */
  abstract readonly reference: KeyedReference<Key>;

  /** Every key. */
  get keys(): readonly Key[] {
    return this.reference.keys;
  }

  /**
   * The value of one key, for an environment variable.
   *
   * @throws {PropsError} for a key that is not there (which does not compile)
   */
  key(key: Key, options?: ReferenceOptions): EnvSource {
    return this.reference.key(key, options);
  }

  /** Every key as an environment variable. */
  all(options?: EnvFromOptions): EnvFrom {
    return this.reference.all(options);
  }

  /**
   * The keys as files: mount it with `.mountedAt('/etc/app', { readOnly: true })`.
   *
   * @param volumeName DNS label. Default: the name of the object.
   * @throws {PropsError} for an item of a key that is not there (which does not compile)
   */
  files(options?: FilesOf<Key>, volumeName?: string): Volume {
    return this.reference.files(options, volumeName);
  }

  /**
   * The keys as files beside those of others: `Volume.projected('all', [settings.projected(), secret.projected()])`.
   *
   * @throws {PropsError} for an item of a key that is not there (which does not compile)
   */
  projected(options?: Omit<FilesOf<Key>, 'defaultMode'>): ProjectedSource {
    return this.reference.projected(options);
  }
}
