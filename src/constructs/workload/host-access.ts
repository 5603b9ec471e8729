import type { PodSpec } from '../../api/kubernetes';
import { mountPathFlaw } from '../../values/path';
import type { Place } from '../place';
import type { Profile } from '../pod/profile';
import type { HostPathType } from '../pod/volume-options';
import { type Mount, type MountOptions, Volume } from '../pod/volume';

/** How a path of the node appears in the main container. */
export interface HostPathProps extends Omit<MountOptions, 'readOnly'> {
  /**
   * Where it appears: an absolute path without `:`.
   * @default - the same path as on the node
   */
  readonly mountPath?: string;
  /**
   * Whether the container may only read.
   * @default true
   */
  readonly readOnly?: boolean;
  /**
   * What must be there, or is made.
   * @default - not printed; whatever is there is mounted
   */
  readonly type?: HostPathType;
}

/** Paths of the node that the main container sees. */
export type HostPaths = { readonly [path: string]: HostPathProps };

/**
 * The mounts of paths of the node, each with a volume named after it.
 *
 * @throws {PropsError} for what is no path, and for two that make the same volume name
 */
export function hostMounts(place: Place, paths: HostPaths | undefined): readonly Mount[] {
  const taken = new Map<string, string>();
  return Object.entries(paths ?? {}).map(([path, { mountPath = path, readOnly = true, type, ...options }]) => {
    const here = place.at(path);
    here.check(mountPathFlaw(path));
    if (path.split('/').includes('..')) {
      here.refuse({ found: JSON.stringify(path), allowed: 'a path without ".."', fix: 'write where it leads to' });
    }
    here.at('mountPath').check(mountPathFlaw(mountPath));
    const name = volumeName(path);
    const other = taken.get(name);
    if (name.length > 63 || other !== undefined) {
      here.refuse({
        found: `${JSON.stringify(path)}, whose volume would be called ${JSON.stringify(name)}${other === undefined ? '' : ` as that of ${JSON.stringify(other)}`}`,
        allowed: 'a path that makes a volume name of its own, of up to 63 characters',
        fix: 'mount Volume.hostPath() under a name of your choice with `volumeMounts`',
      });
    }
    taken.set(name, path);
    return Volume.hostPath(name, path, { type }).mountedAt(mountPath, { ...options, readOnly });
  });
}

function volumeName(path: string): string {
  const words = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `host-${words === '' ? 'root' : words}`;
}

/** The strictest level of Pod Security that lets a Pod in: access to the node leaves one, whatever the profile. */
export function podSecurityOf(spec: PodSpec, profile: Profile): Profile {
  const all = [...spec.containers, ...(spec.initContainers ?? [])];
  const reachesHost =
    spec.hostNetwork === true ||
    spec.hostPID === true ||
    spec.hostIPC === true ||
    spec.volumes?.some(({ hostPath }) => hostPath !== undefined) === true ||
    all.some(
      ({ ports, securityContext }) => securityContext?.privileged === true || ports?.some(takesHostPort) === true,
    );
  return reachesHost ? 'privileged' : profile;
}

/** Whether each node has room for one Pod only, because it takes a port of the node. */
export function takesPortOfNode({ containers, hostNetwork }: PodSpec): boolean {
  return containers.some(({ ports }) => ports?.some((port) => hostNetwork === true || takesHostPort(port)) === true);
}

function takesHostPort({ hostPort }: { readonly hostPort?: number }): boolean {
  return hostPort !== undefined;
}
