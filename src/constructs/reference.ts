import type { EnvVarSource } from '../api/kubernetes';
import { labelNameFlaw, subdomainNameFlaw } from '../values/name';
import { dataKeyFlaw } from '../values/path';
import { checkArgument } from './check-props';
import { compact } from './compact';
import { outside } from './outside';
import type { Place } from './place';
import type { ProjectedSource } from './pod/projected';
import type { EnvFrom, EnvSource, NameOf } from './pod/reference';
import { nameOf } from './pod/reference';
import { type FilesOptions, Volume } from './pod/volume';
import type { SecretType } from './secret-type';

/** Whether a Pod starts without the object or key. */
export interface ReferenceOptions {
  /**
   * Whether the Pod starts when the object or the key is missing.
   * @default - not printed; the Pod waits until it is there
   */
  readonly optional?: boolean;
}

/** How all keys of an object become variables. */
export interface EnvFromOptions extends ReferenceOptions {
  /**
   * What is put before each key.
   * @default - nothing
   */
  readonly prefix?: string;
}

/** How an object becomes files: the items are keys that are declared. */
export interface FilesOf<Key extends string> extends Omit<FilesOptions, 'items'> {
  /**
   * Files by key; other keys become no files.
   * @default - a file for each key, named like it
   */
  readonly items?: { readonly [Name in Key]?: NonNullable<FilesOptions['items']>[string] };
}

/** What names a ConfigMap or a Secret and knows its keys. */
export interface KeysProps<Key extends string> {
  /** Name of the object, or what stands for it, such as kplus' `ISecret`. */
  readonly name: NameOf;
  /** The keys that may be used. */
  readonly keys: readonly Key[];
}

/** A ConfigMap or Secret by its name, with keys that are types: a key that is not declared does not compile. */
export abstract class KeyedReference<Key extends string> {
  /** Name of the object. */
  readonly name: string;
  /** The declared keys. */
  readonly keys: readonly Key[];

  protected constructor(
    protected readonly place: Place,
    props: KeysProps<Key>,
  ) {
    checkArgument(place, 'keys', props);
    this.name = nameOf(props.name);
    this.keys = [...props.keys];
    place.at('name').check(subdomainNameFlaw(this.name));
    this.keys.forEach((key, index) => place.at('keys').at(index).check(dataKeyFlaw(key)));
  }

  /**
   * The value of one key, for an environment variable.
   *
   * @throws {PropsError} for a key that is not declared (which does not compile)
   */
  key(key: Key, options: ReferenceOptions = {}): EnvSource {
    this.place.at('key').oneOf(key, this.keys);
    checkArgument(this.place.at('options'), 'reference', options);
    return { valueFrom: this.valueFrom(compact({ name: this.name, key, optional: options.optional })) };
  }

  /**
   * The keys as files: mount it with `.mountedAt('/etc/app', { readOnly: true })`.
   *
   * @param volumeName DNS label. Default: the name of the object.
   * @throws {PropsError} for an item of a key that is not declared (which does not compile)
   */
  files(options: FilesOf<Key> = {}, volumeName: string = this.name): Volume {
    checkArgument(this.place.at('files'), 'files', options);
    this.checkItems(options.items);
    this.place.at('volumeName').check(labelNameFlaw(volumeName));
    return this.volume(volumeName, options as FilesOptions);
  }

  /**
   * The keys as files beside those of others: `Volume.projected('all', [settings.projected(), secret.projected()])`.
   *
   * @throws {PropsError} for an item of a key that is not declared (which does not compile)
   */
  projected(options: Omit<FilesOf<Key>, 'defaultMode'> = {}): ProjectedSource {
    checkArgument(this.place.at('projected'), 'files', options);
    this.checkItems(options.items);
    return this.projection(compact({ items: options.items, optional: options.optional }) as ProjectedOptions);
  }

  private checkItems(items: object = {}): void {
    for (const key of Object.keys(items)) this.place.at('keys').oneOf(key, this.keys);
  }

  /** Every key as an environment variable, declared or not. */
  abstract all(options?: EnvFromOptions): EnvFrom;

  protected abstract valueFrom(selector: { readonly name: string; readonly key: string }): EnvVarSource;
  protected abstract volume(name: string, options: FilesOptions): Volume;
  protected abstract projection(options: ProjectedOptions): ProjectedSource;
}

type ProjectedOptions = Omit<FilesOptions, 'defaultMode'>;

/** A ConfigMap by its name and the keys that it has. */
export class ConfigMapReference<Key extends string> extends KeyedReference<Key> {
  /** @throws {PropsError} for a wrong name or key */
  constructor(props: KeysProps<Key>, place: Place = outside('ConfigMapReference')) {
    super(place, props);
  }

  /** Every key as an environment variable, declared or not. */
  all(options: EnvFromOptions = {}): EnvFrom {
    checkArgument(this.place.at('all'), 'all', options);
    const { prefix, optional } = options;
    return { envFrom: compact({ prefix, configMapRef: compact({ name: this.name, optional }) }) };
  }

  protected override valueFrom(configMapKeyRef: { readonly name: string; readonly key: string }): EnvVarSource {
    return { configMapKeyRef };
  }

  protected override volume(name: string, options: FilesOptions): Volume {
    return Volume.configMap(name, this, options);
  }

  protected override projection(options: ProjectedOptions): ProjectedSource {
    return { configMap: this, ...options };
  }
}

/** What names a Secret, knows its keys and may know its type. */
export interface SecretKeysProps<Key extends string, Type extends SecretType | undefined> extends KeysProps<Key> {
  /**
   * Type of the Secret.
   * @default - not known: it can be used wherever a Secret can
   */
  readonly type?: Type;
}

/**
 * A Secret by its name and the keys that it has. The values are in the cluster, and nowhere else.
 *
 * `Secret.tls(…)` and the like make one for each of Kubernetes' own types.
 */
export class SecretReference<
  Key extends string,
  Type extends SecretType | undefined = undefined,
> extends KeyedReference<Key> {
  /** Type of the Secret, where it is known. One of another type does not compile where a type is asked for. */
  readonly type: Type;

  /** @throws {PropsError} for a wrong name or key */
  constructor(props: SecretKeysProps<Key, Type>, place: Place = outside('SecretReference')) {
    super(place, props);
    this.type = props.type as Type;
  }

  /** Every key as an environment variable, declared or not. */
  all(options: EnvFromOptions = {}): EnvFrom {
    checkArgument(this.place.at('all'), 'all', options);
    const { prefix, optional } = options;
    return { envFrom: compact({ prefix, secretRef: compact({ name: this.name, optional }) }) };
  }

  protected override valueFrom(secretKeyRef: { readonly name: string; readonly key: string }): EnvVarSource {
    return { secretKeyRef };
  }

  protected override volume(name: string, options: FilesOptions): Volume {
    return Volume.secret(name, this, options);
  }

  protected override projection(options: ProjectedOptions): ProjectedSource {
    return { secret: this, ...options };
  }
}
