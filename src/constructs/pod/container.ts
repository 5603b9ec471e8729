import type { Container } from '../../api/kubernetes';
import { envVars, envFromSources } from './env';
import { imageFlaw } from '../../values/image';
import { labelNameFlaw } from '../../values/name';
import { mountPathFlaw, subPathFlaw } from '../../values/path';
import { compact, filled } from '../compact';
import type { Place } from '../place';
import { checkTarget } from '../target';
import type { ContainerProps, InitContainerProps, InitRefusals } from './container-props';
import { type Hook, type PortNumbers, fromKplus, hook } from './handler';
import type { kplus } from './kplus';
import { containerPorts } from './port';
import { probe } from './probe';
import { type Profile, containerSecurityContext } from './profile';
import { resourceRequirements } from './resources';
import { type Mount, Volume, volumeMount, checkVolume } from './volume';

/** What a container takes from its Pod. */
export interface ContainerContext {
  /** The Pod's profile. */
  readonly profile: Profile;
  /** Whether the Pod runs on Windows, where the security fields of Linux are refused. */
  readonly windows: boolean;
  /**
   * Whether it starts before the others.
   * @default false
   */
  readonly startsFirst?: boolean;
}

const refusedFirst: readonly InitRefusals[] = ['readinessProbe', 'livenessProbe', 'startupProbe', 'lifecycle'];

/** A container and the volumes that it brings into the Pod. */
export interface BuiltContainer {
  readonly container: Container;
  readonly volumes: readonly (Volume | kplus.Volume)[];
}

/**
 * One container as the API has it.
 *
 * @param place Where its props stand, for messages.
 * @param name DNS label, unique in the Pod.
 * @throws {PropsError} for any value that the API server would refuse
 */
export function buildContainer(
  place: Place,
  name: string,
  props: ContainerProps | InitContainerProps,
  context: ContainerContext,
): BuiltContainer {
  place.check(labelNameFlaw(name));
  const restartPolicy = context.startsFirst ? settleRestart(place, props) : undefined;
  place.at('image').check(imageFlaw(props.image));
  const ports = containerPorts(place.at('ports'), props.ports);
  const numbers: PortNumbers = Object.fromEntries(ports.map((port) => [port.name!, port.containerPort]));
  const mounts = [...(props.volumeMounts ?? []), ...writableMounts(place, name, props)];
  checkMounts(place.at('volumeMounts'), mounts);
  const container: Container = compact({
    name,
    image: props.image,
    imagePullPolicy: props.imagePullPolicy,
    restartPolicy,
    command: props.command && [...props.command],
    args: props.args && [...props.args],
    workingDir: props.workingDir,
    ports: filled(ports),
    envFrom: filled(envFromSources(props.envFrom)),
    env: filled(envVars(place.at('env'), props.env)),
    resources: props.resources && resourceRequirements(place.at('resources'), props.resources),
    resizePolicy: props.resizePolicy,
    volumeMounts: filled(mounts.map(volumeMount)),
    volumeDevices: props.volumeDevices,
    livenessProbe: probeAt(place, 'livenessProbe', props, numbers),
    readinessProbe: probeAt(place, 'readinessProbe', props, numbers),
    startupProbe: probeAt(place, 'startupProbe', props, numbers),
    lifecycle: lifecycle(place.at('lifecycle'), props.lifecycle, numbers),
    terminationMessagePath: props.terminationMessagePath,
    terminationMessagePolicy: props.terminationMessagePolicy,
    securityContext: containerSecurityContext(props.profile ?? context.profile, context.windows, props.securityContext),
    stdin: props.stdin,
    stdinOnce: props.stdinOnce,
    tty: props.tty,
  });
  checkContainerTarget(place, container, context.startsFirst === true);
  return { container, volumes: mounts.map(({ volume }) => volume) };
}

/** Refuses what a container cannot have that runs to its end. */
function settleRestart(place: Place, props: ContainerProps | InitContainerProps): 'Always' | undefined {
  const { restartPolicy } = props as InitContainerProps;
  if (restartPolicy !== undefined) place.at('restartPolicy').oneOf(restartPolicy, ['Always']);
  if (restartPolicy === 'Always') return restartPolicy;
  for (const field of refusedFirst) {
    if (props[field] === undefined) continue;
    place.at(field).refuse({
      found: 'given to a container that runs to its end before the others start',
      allowed: "a container that runs beside the others: a sidecar, restartPolicy: 'Always'",
      fix: "leave it out, or write restartPolicy: 'Always'",
    });
  }
  return undefined;
}

/** Refuses fields that the App's target lacks, under the names of the props. */
function checkContainerTarget(place: Place, container: Container, startsFirst: boolean): void {
  const isFlat = place.path === '';
  checkTarget(place, startsFirst ? 'core.v1.Container' : 'core.v1.RegularContainer', container, ([field, ...rest]) => {
    if (field === 'env') return ['env', container.env![rest[0] as number]!.name, ...rest.slice(1)];
    // Beside the props of the Pod, those of the main container have no room for this name.
    return [isFlat && field === 'securityContext' ? 'containerSecurityContext' : field!, ...rest];
  });
}

function probeAt(
  place: Place,
  kind: 'livenessProbe' | 'readinessProbe' | 'startupProbe',
  props: ContainerProps,
  ports: PortNumbers,
): Container['livenessProbe'] {
  const asked = props[kind];
  return asked && probe(place.at(kind), kind, asked, ports);
}

function lifecycle(
  place: Place,
  hooks: ContainerProps['lifecycle'],
  ports: PortNumbers,
): Container['lifecycle'] | undefined {
  if (hooks === undefined) return undefined;
  const build = (at: Place, given: Hook<string> | kplus.Handler) =>
    '_toKube' in given ? fromKplus(given as kplus.Handler, ports) : hook(at, given as Hook<string>, ports);
  return compact({
    postStart: hooks.postStart && build(place.at('postStart'), hooks.postStart),
    preStop: hooks.preStop && build(place.at('preStop'), hooks.preStop),
  });
}

/** One emptyDir for each path, of this container alone and named after both. */
function writableMounts(place: Place, container: string, props: ContainerProps): readonly Mount[] {
  const taken = new Map<string, string>();
  return (props.writablePaths ?? []).map((entry, index) => {
    const { path, sizeLimit, medium } = typeof entry === 'string' ? { path: entry } : entry;
    const here = place.at('writablePaths').at(index);
    here.check(mountPathFlaw(path));
    const name = `${container}-${path.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.replace(/-+/g, '-').replace(/-$/, '');
    const other = taken.get(name);
    if (name.length > 63 || other !== undefined) {
      here.refuse({
        found: `${JSON.stringify(path)}, whose volume would be called ${JSON.stringify(name)}${other === undefined ? '' : ` as that of ${JSON.stringify(other)}`}`,
        allowed: 'a path that makes a volume name of its own, of up to 63 characters',
        fix: 'mount Volume.emptyDir() under a name of your choice with `volumeMounts`',
      });
    }
    taken.set(name, path);
    return Volume.emptyDir(name, { sizeLimit, medium }).mountedAt(path);
  });
}

function checkMounts(place: Place, mounts: readonly Mount[]): void {
  const taken = new Map<string, string>();
  mounts.forEach(({ volume, mountPath, readOnly, recursiveReadOnly = 'Disabled', subPath, subPathExpr }, index) => {
    const here = place.at(index);
    checkVolume(here.at('volume'), volume);
    here.at('mountPath').check(mountPathFlaw(mountPath));
    if (subPath !== undefined) here.at('subPath').check(subPathFlaw(subPath));
    if (subPathExpr !== undefined) here.at('subPathExpr').check(subPathFlaw(subPathExpr));
    if (subPath !== undefined && subPathExpr !== undefined) {
      here.refuse({ found: 'with subPath and subPathExpr', allowed: 'one of the two', fix: 'leave out one' });
    }
    here.at('recursiveReadOnly').oneOf(recursiveReadOnly, ['Disabled', 'IfPossible', 'Enabled']);
    if (recursiveReadOnly !== 'Disabled' && readOnly !== true) {
      here.at('recursiveReadOnly').refuse({
        found: `${JSON.stringify(recursiveReadOnly)} without readOnly: true`,
        allowed: 'a mount for reading alone',
        fix: 'add readOnly: true, or leave it out',
      });
    }
    const other = taken.get(mountPath);
    if (other !== undefined) {
      here.at('mountPath').refuse({
        found: `${JSON.stringify(mountPath)} for volume "${volume.name}", where "${other}" is mounted`,
        allowed: 'one volume for each path',
        fix: 'choose another path for one of the two',
      });
    }
    taken.set(mountPath, volume.name);
  });
}
