import type { Volume as ApiVolume, VolumeMount, VolumeSource } from '../../api/kubernetes';
import { plain } from '../../api/plain';
import type { Quantity } from '../../values/quantity';
import { compact } from '../compact';
import type { kplus } from './kplus';
import { type NameOf, nameOf } from './reference';

/** One file of a volume that is made of a ConfigMap or Secret. */
export interface VolumeItem {
  /** Path of the file in the volume, relative, without `..`. */
  readonly path: string;
  /**
   * Permission bits from 0 to 0o777.
   * @default - those of the volume
   */
  readonly mode?: number;
}

/** How a ConfigMap or Secret becomes files. */
export interface FilesOptions {
  /**
   * Files by key. Other keys become no files.
   * @default - a file for each key, named like it
   */
  readonly items?: { readonly [key: string]: string | VolumeItem };
  /**
   * Permission bits of the files, from 0 to 0o777. JSON and YAML have no octal numbers: 0o440 is printed as 288.
   * @default - not printed; Kubernetes takes 0o644
   */
  readonly defaultMode?: number;
  /**
   * Whether the Pod starts when the object or a key is missing.
   * @default - not printed; the Pod waits until they are there
   */
  readonly optional?: boolean;
}

/** How a volume is mounted. */
export interface MountOptions {
  /**
   * Whether the container may only read.
   * @default - not printed; it may write too
   */
  readonly readOnly?: boolean;
  /**
   * Path in the volume that is mounted, relative, without `..`. Files mounted so are never updated in a running Pod.
   * @default - the whole volume
   */
  readonly subPath?: string;
  /**
   * As `subPath`, with variables of the environment as `$(NAME)`; instead of `subPath`.
   * @default - none
   */
  readonly subPathExpr?: string;
  /**
   * Whether mounts made later on the node or in the container are seen by the other.
   * @default - not printed; Kubernetes takes `None`
   */
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** A volume at a path of a container. */
export interface Mount extends MountOptions {
  /** The volume; it becomes one of the Pod's without being listed there. */
  readonly volume: Volume | kplus.Volume;
  /** Absolute path in the container, without `:`. */
  readonly mountPath: string;
}

/**
 * A volume of a Pod. It is declared once and mounted where it is needed: `const data = Volume.emptyDir('data')`, then
 * `volumeMounts: [data.mountedAt('/data')]`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class Volume {
  /**
   * @param name DNS label, unique in the Pod.
   * @param source Where the data comes from: exactly one field, such as `{ nfs: { server, path } }`.
   */
  constructor(
    readonly name: string,
    readonly source: VolumeSource,
  ) {}

  /**
   * A folder that lives and dies with the Pod.
   *
   * @param options `medium: 'Memory'` keeps it in memory; `sizeLimit` evicts the Pod that writes more.
   */
  static emptyDir(name: string, options: { readonly medium?: 'Memory'; readonly sizeLimit?: Quantity } = {}): Volume {
    return new Volume(name, { emptyDir: compact({ medium: options.medium, sizeLimit: options.sizeLimit }) });
  }

  /** The keys of a ConfigMap as files. */
  static configMap(name: string, configMap: NameOf, options: FilesOptions = {}): Volume {
    return new Volume(name, { configMap: compact({ name: nameOf(configMap), ...files(options) }) });
  }

  /** The keys of a Secret as files. */
  static secret(name: string, secret: NameOf, options: FilesOptions = {}): Volume {
    return new Volume(name, { secret: compact({ secretName: nameOf(secret), ...files(options) }) });
  }

  /** The storage of a PersistentVolumeClaim. */
  static persistentVolumeClaim(name: string, claim: NameOf, options: { readonly readOnly?: boolean } = {}): Volume {
    return new Volume(name, {
      persistentVolumeClaim: compact({ claimName: nameOf(claim), readOnly: options.readOnly }),
    });
  }

  /** A volume of cdk8s-plus-27. Depends on its internal method `_toKube`. */
  static from(volume: kplus.Volume): Volume {
    const { name, ...source } = plain((volume as unknown as { _toKube(): kplus.k8s.Volume })._toKube());
    return new Volume(name, source as VolumeSource);
  }

  /**
   * This volume at a path of a container.
   *
   * @param mountPath Absolute path in the container, without `:`.
   */
  mountedAt(mountPath: string, options: MountOptions = {}): Mount {
    return { ...options, volume: this, mountPath };
  }

  /** The volume as the API has it. */
  toApi(): ApiVolume {
    return { name: this.name, ...this.source } as ApiVolume;
  }
}

/** The mount as the API has it. */
export function volumeMount(mount: Mount): VolumeMount {
  const { volume, mountPath, readOnly, subPath, subPathExpr, mountPropagation } = mount;
  return compact({ name: volume.name, mountPath, readOnly, subPath, subPathExpr, mountPropagation });
}

function files({ items, defaultMode, optional }: FilesOptions): Omit<NonNullable<VolumeSource['configMap']>, 'name'> {
  return {
    items:
      items &&
      Object.entries(items).map(([key, item]) => ({
        key,
        ...(typeof item === 'string' ? { path: item } : compact({ path: item.path, mode: item.mode })),
      })),
    defaultMode,
    optional,
  };
}
