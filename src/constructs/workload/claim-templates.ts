import type { PersistentVolumeClaim, PodSpec, StatefulSetSpec } from '../../api/kubernetes';
import { labelNameFlaw } from '../../values/name';
import { compact } from '../compact';
import { type Labels, checkAnnotations, checkLabels } from '../labels';
import type { Place } from '../place';
import type { ContainerProps } from '../pod/container-props';
import { type MountOptions, type Mount, Volume } from '../pod/volume';
import { type ClaimProps, claimSpec } from '../storage/claim-spec';
import type { WorkloadProps } from './workload-props';

/** Where the storage of a Pod appears in one of its containers. */
export interface ClaimMount extends MountOptions {
  /** Absolute path in the container, without `:`. */
  readonly mountPath: string;
}

/** What can be said of the claims of a StatefulSet, whatever they hold. */
export interface ClaimTemplateOptions extends Omit<ClaimProps, 'volumeMode'> {
  /**
   * Labels of each claim. Kubernetes adds those by which the Pods are found. No template can be changed once it is
   * applied, so the labels of the scope are left out.
   * @default - none
   */
  readonly labels?: Labels;
  /**
   * Annotations of each claim.
   * @default - none
   */
  readonly annotations?: Labels;
}

/**
 * Storage that each Pod has of its own, and where it appears.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export type ClaimTemplateProps = ClaimTemplateOptions &
  (
    | ({
        /**
         * Whether containers see a file system or the bare device.
         * @default - not printed; Kubernetes takes `Filesystem`
         */
        readonly volumeMode?: 'Filesystem';
        /**
         * Where it appears in the main container: an absolute path without `:`.
         * @default - not there; see `mountedIn`
         */
        readonly mountPath?: string;
        /**
         * Where it appears in sidecars and init containers, by the container's name: a path, or one with options.
         * @default - nowhere
         */
        readonly mountedIn?: { readonly [container: string]: string | ClaimMount };
        readonly devicePath?: never;
      } & MountOptions)
    | {
        /** Containers see the bare device. */
        readonly volumeMode: 'Block';
        /** Path at which the device appears in the main container. */
        readonly devicePath: string;
        readonly mountPath?: never;
        readonly mountedIn?: never;
      }
  );

/** The claims of a StatefulSet by name. */
export type ClaimTemplates<Name extends string> = { readonly [Key in Name]: ClaimTemplateProps };

/**
 * The templates as the API has them.
 *
 * @throws {PropsError} for values that the API server would refuse
 */
export function claimTemplates(
  place: Place,
  claims: ClaimTemplates<string> | undefined,
): StatefulSetSpec['volumeClaimTemplates'] {
  const templates = Object.entries(claims ?? {}).map(
    ([name, props]): Omit<PersistentVolumeClaim, 'apiVersion' | 'kind'> => {
      const here = place.at(name);
      const { labels, annotations } = props;
      here.check(labelNameFlaw(name));
      checkLabels(here.at('labels'), labels);
      checkAnnotations(here.at('annotations'), annotations);
      return { metadata: compact({ name, labels, annotations }), spec: claimSpec(here, props) };
    },
  );
  return templates.length === 0 ? undefined : templates;
}

/** The containers of a Pod, as props: the main one's stand beside the Pod's. */
type Containers = Pick<
  WorkloadProps<string>,
  'initContainers' | 'sidecars' | 'volumeDevices' | 'volumeMounts' | 'volumes'
>;

/**
 * The props of a Pod with its claims mounted, and the claims' volumes among its own so that mounts can be checked against
 * them. `withoutClaims` takes them out of the spec again.
 *
 * @throws {PropsError} for a claim that is mounted nowhere, and for a container that is not there
 */
export function mountClaims<Props extends Containers>(
  place: Place,
  props: Props,
  claims: ClaimTemplates<string> | undefined,
): Props {
  return Object.entries(claims ?? {}).reduce<Props>((mounted, [name, claim]) => {
    const here = place.at(name);
    const { devicePath, mountPath, mountedIn = {} } = claim;
    if (devicePath === undefined && mountPath === undefined && Object.keys(mountedIn).length === 0) {
      here.refuse({
        found: 'mounted nowhere',
        allowed: 'a claim that at least one container uses',
        fix: `write mountPath: "/${name}"`,
      });
    }
    for (const container of Object.keys(mountedIn)) {
      here.at('mountedIn').oneOf(
        container,
        [props.sidecars, props.initContainers].flatMap((some) => Object.keys(some ?? {})),
      );
    }
    const volume = claimVolume(name);
    return {
      ...mounted,
      volumes: [...(mounted.volumes ?? []), volume],
      volumeMounts:
        mountPath === undefined ? mounted.volumeMounts : withMount(mounted, { ...claim, mountPath, volume }),
      volumeDevices:
        devicePath === undefined ? mounted.volumeDevices : [...(mounted.volumeDevices ?? []), { name, devicePath }],
      sidecars: inContainers(mounted.sidecars, mountedIn, volume),
      initContainers: inContainers(mounted.initContainers, mountedIn, volume),
    };
  }, props);
}

/** A Pod's spec without the volumes of claims: Kubernetes adds the claim of each Pod itself. */
export function withoutClaims(spec: PodSpec, claims: ClaimTemplates<string> | undefined): PodSpec {
  const volumes = spec.volumes?.filter(({ name }) => !Object.hasOwn(claims ?? {}, name));
  const { volumes: _volumes, ...rest } = spec;
  return volumes === undefined || volumes.length === 0 ? rest : { ...rest, volumes };
}

/** The volume of a claim, as messages show it; it is never printed. No object can have such a name. */
function claimVolume(name: string): Volume {
  return Volume.persistentVolumeClaim(name, `${name}-<name of the Pod>`);
}

function inContainers<Props extends Pick<ContainerProps, 'volumeMounts'>>(
  containers: { readonly [name: string]: Props } | undefined,
  mountedIn: { readonly [container: string]: string | ClaimMount },
  volume: Volume,
): { readonly [name: string]: Props } | undefined {
  return (
    containers &&
    Object.fromEntries(
      Object.entries(containers).map(([name, props]) => {
        const mount = Object.hasOwn(mountedIn, name) ? mountedIn[name] : undefined;
        if (mount === undefined) return [name, props];
        const where = typeof mount === 'string' ? { mountPath: mount } : mount;
        return [name, { ...props, volumeMounts: withMount(props, { ...where, volume }) }];
      }),
    )
  );
}

function withMount({ volumeMounts }: Pick<ContainerProps, 'volumeMounts'>, mount: Mount): readonly Mount[] {
  return [...(volumeMounts ?? []), mount];
}
