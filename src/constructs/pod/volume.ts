import type { Volume as ApiVolume, VolumeMount, VolumeSource } from '../../api/kubernetes';
import { plain } from '../../api/plain';
import { absolutePathFlaw } from '../../values/absolute-path';
import { imageFlaw } from '../../values/image';
import type { Quantity } from '../../values/quantity';
import { show } from '../../values/show';
import { compact } from '../compact';
import { checkArgument } from '../check-props';
import { checkAnnotations, checkLabels } from '../labels';
import type { OneOf } from '../one-of';
import { outside } from '../outside';
import type { Place } from '../place';
import type { AccessMode } from '../storage/access-mode';
import { claimSpec } from '../storage/claim-spec';
import { type DownwardFiles, downwardItems } from './downward';
import { checkFiles, files } from './key-items';
import type { kplus } from './kplus';
import { type ProjectedSource, projection } from './projected';
import { type NameOf, nameOf } from './reference';
import type { CsiVolumeOptions, EphemeralClaimProps, HostPathType, NfsVolumeOptions } from './volume-options';

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
   * Whether mounts below it are read-only too; with `readOnly`.
   * @default - not printed; Kubernetes takes `Disabled`
   * @since 1.31
   */
  readonly recursiveReadOnly?: 'Disabled' | 'IfPossible' | 'Enabled';
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
    /** Who may mount its claim at the same time; `undefined` where that is not known or not limited. */
    readonly accessModes?: readonly AccessMode[],
  ) {}

  /** A volume of any source of the API: exactly one, such as `{ iscsi: { … } }`. */
  static of(name: string, source: OneOf<VolumeSource>): Volume {
    return new Volume(name, source as VolumeSource);
  }

  /**
   * A folder that lives and dies with the Pod.
   *
   * @param options `medium: 'Memory'` keeps it in memory; `sizeLimit` evicts the Pod that writes more.
   */
  static emptyDir(name: string, options: { readonly medium?: 'Memory'; readonly sizeLimit?: Quantity } = {}): Volume {
    checkArgument(placeOf(name), 'emptyDir', options);
    return new Volume(name, { emptyDir: compact({ medium: options.medium, sizeLimit: options.sizeLimit }) });
  }

  /** The keys of a ConfigMap as files. */
  static configMap(name: string, configMap: NameOf, options: FilesOptions = {}): Volume {
    checkFiles(placeOf(name), configMap, options);
    return new Volume(name, { configMap: compact({ name: nameOf(configMap), ...files(options) }) });
  }

  /** The keys of a Secret as files. */
  static secret(name: string, secret: NameOf, options: FilesOptions = {}): Volume {
    checkFiles(placeOf(name), secret, options);
    return new Volume(name, { secret: compact({ secretName: nameOf(secret), ...files(options) }) });
  }

  /**
   * Keys of ConfigMaps and Secrets, fields of the Pod and tokens of its service account, together in one folder.
   *
   * @param sources `[settings.projected(), { serviceAccountToken: { path: 'token', audience: 'vault' } }]`.
   * @param options `defaultMode`: permission bits of the files from 0 to 0o777; Kubernetes takes 0o644.
   * @throws {PropsError} for a path that leaves the volume, and for a token that is valid for less than ten minutes
   */
  static projected(
    name: string,
    sources: readonly ProjectedSource[],
    options: { readonly defaultMode?: number } = {},
  ): Volume {
    const place = placeOf(name).at('sources');
    checkArgument(place, 'projected', sources);
    checkArgument(placeOf(name), 'defaultMode', options);
    return new Volume(name, {
      projected: compact({
        defaultMode: options.defaultMode,
        sources: sources.map((source, index) => projection(place.at(index), source)),
      }),
    });
  }

  /**
   * What the Pod is told of itself, as files: `{ labels: 'metadata.labels' }`.
   *
   * @param options `defaultMode`: permission bits of the files from 0 to 0o777; Kubernetes takes 0o644.
   * @throws {PropsError} for a path that leaves the volume
   */
  static downwardAPI(name: string, files: DownwardFiles, options: { readonly defaultMode?: number } = {}): Volume {
    checkArgument(placeOf(name).at('files'), 'downwardAPI', files);
    checkArgument(placeOf(name), 'defaultMode', options);
    const items = downwardItems(placeOf(name).at('files'), files);
    return new Volume(name, { downwardAPI: compact({ defaultMode: options.defaultMode, items }) });
  }

  /**
   * The storage of a PersistentVolumeClaim.
   *
   * @param options `accessModes`: who may mount it at the same time, so that more Pods than can are refused. Those of a claim
   * that is a construct are known.
   */
  static persistentVolumeClaim(
    name: string,
    claim: NameOf,
    options: { readonly readOnly?: boolean; readonly accessModes?: readonly AccessMode[] } = {},
  ): Volume {
    checkArgument(placeOf(name).at('claim'), 'name', claim);
    checkArgument(placeOf(name), 'persistentVolumeClaim', options);
    const source = compact({ claimName: nameOf(claim), readOnly: options.readOnly });
    const known = typeof claim === 'string' ? undefined : (claim as { readonly accessModes?: readonly AccessMode[] });
    return new Volume(name, { persistentVolumeClaim: source }, options.accessModes ?? known?.accessModes);
  }

  /**
   * Storage of the Pod's own: a claim that is made with the Pod and deleted with it.
   *
   * @throws {PropsError} for a claim that the API server would refuse
   */
  static ephemeral(name: string, claim: EphemeralClaimProps): Volume {
    const place = placeOf(name);
    checkArgument(place, 'ephemeral', claim);
    checkLabels(place.at('labels'), claim.labels);
    checkAnnotations(place.at('annotations'), claim.annotations);
    const metadata = compact({ labels: claim.labels, annotations: claim.annotations });
    return new Volume(name, {
      ephemeral: {
        volumeClaimTemplate: {
          ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
          spec: claimSpec(place, claim),
        },
      },
    });
  }

  /** A volume of a driver for the Container Storage Interface that needs no claim. */
  static csi(name: string, options: CsiVolumeOptions): Volume {
    checkArgument(placeOf(name), 'csi', options);
    const { driver, fsType, readOnly, volumeAttributes, nodePublishSecretRef: secret } = options;
    const nodePublishSecretRef = secret === undefined ? undefined : { name: nameOf(secret) };
    return new Volume(name, { csi: compact({ driver, fsType, readOnly, volumeAttributes, nodePublishSecretRef }) });
  }

  /**
   * The files of an image, for reading alone.
   *
   * @param reference Image with tag or digest, such as `registry.example.com/model:3`.
   * @param options `pullPolicy`: when the node fetches it; as for containers, Kubernetes takes `IfNotPresent`, and `Always` for
   * the tag `latest`.
   * @throws {PropsError} for what is no image
   * @since 1.35
   * @see https://kubernetes.io/docs/concepts/storage/volumes/#image
   */
  static image(
    name: string,
    reference: string,
    options: { readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never' } = {},
  ): Volume {
    placeOf(name).at('reference').check(imageFlaw(reference));
    checkArgument(placeOf(name), 'image', options);
    return new Volume(name, { image: compact({ pullPolicy: options.pullPolicy, reference }) });
  }

  /**
   * A folder of an NFS server.
   *
   * @throws {PropsError} for a path that is not absolute
   */
  static nfs(name: string, options: NfsVolumeOptions): Volume {
    checkArgument(placeOf(name), 'nfs', options);
    const { server, path, readOnly } = options;
    placeOf(name).at('path').check(absolutePathFlaw(path));
    return new Volume(name, { nfs: compact({ path, readOnly, server }) });
  }

  /**
   * A path of the node itself. It is a risk: who can write there may take over the node, who can read there may read the
   * credentials of every Pod on it, and another node holds other data. The Pod Security Standards `baseline` and
   * `restricted` refuse it. Agents of a node need it; for anything else, choose another volume, and mount this one
   * with `readOnly` where reading is enough.
   *
   * @param path Absolute path on the node, without `..`.
   * @param options `type`: what must be there, or is made where nothing is.
   * @throws {PropsError} for a path that is not absolute, and for one with `..`
   * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
   */
  static hostPath(name: string, path: string, options: { readonly type?: HostPathType } = {}): Volume {
    placeOf(name).at('path').check(absolutePathFlaw(path));
    checkArgument(placeOf(name), 'hostPath', options);
    return new Volume(name, { hostPath: compact({ path, type: options.type }) });
  }

  /** A volume of cdk8s-plus-27. Depends on its internal method `_toKube`. */
  static from(volume: kplus.Volume): Volume {
    checkVolume(outside('Volume.from()'), volume);
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

/** @throws {PropsError} for what is no volume, of ours or of kplus */
export function checkVolume(place: Place, volume: unknown): void {
  if (volume instanceof Volume || (typeof volume === 'object' && volume !== null && '_toKube' in volume)) return;
  place.refuse({ found: show(volume), allowed: 'a Volume', fix: 'make it with Volume.emptyDir("name") or the like' });
}

/** The mount as the API has it. */
export function volumeMount(mount: Mount): VolumeMount {
  const { volume, ...others } = mount;
  const { mountPath, readOnly, recursiveReadOnly, subPath, subPathExpr, mountPropagation } = others;
  return compact({ name: volume.name, mountPath, readOnly, recursiveReadOnly, subPath, subPathExpr, mountPropagation });
}

function placeOf(name: string): Place {
  return outside(`Volume ${show(name)}`);
}
