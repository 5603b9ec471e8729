import { at, fieldsIn, isMap, mapsIn, textIn, textsIn } from './data';
import type { Fields } from './data';

/** A level of the Pod Security Standards, and what keeps Pods from the next stricter one. */
export interface PodSecurity {
  readonly level: 'privileged' | 'baseline' | 'restricted';
  /** Such as `hostNetwork` or `containers[name=web].securityContext.privileged`; sorted. */
  readonly because: readonly string[];
}

/**
 * Which level the Pods of a spec fit in.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podSecurityOf(podSpec: Fields): PodSecurity {
  const beyondBaseline = [...new Set(violationsOfBaseline(podSpec))].sort();
  if (beyondBaseline.length > 0) return { level: 'privileged', because: beyondBaseline };
  const beyondRestricted = [...new Set(violationsOfRestricted(podSpec))].sort();
  return { level: beyondRestricted.length > 0 ? 'baseline' : 'restricted', because: beyondRestricted };
}

const defaultCapabilities: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
const safeSysctls: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
]);
const seLinuxTypes: ReadonlySet<string> = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);
const restrictedVolumes: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

function violationsOfBaseline(podSpec: Fields): readonly string[] {
  const found = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => podSpec[field] === true);
  for (const volume of mapsIn(podSpec.volumes)) {
    if (volume.hostPath != null) found.push(`volumes[name=${textIn(volume.name)}].hostPath`);
  }
  for (const sysctl of mapsIn(at(podSpec, 'securityContext', 'sysctls'))) {
    const name = textIn(sysctl.name);
    if (!safeSysctls.has(name)) found.push(`securityContext.sysctls[name=${name}]`);
  }
  for (const { context, place } of contexts(podSpec)) {
    const seLinux = fieldsIn(context.seLinuxOptions);
    if (seLinux.user || seLinux.role || !seLinuxTypes.has(textIn(seLinux.type))) found.push(`${place}.seLinuxOptions`);
    if (at(context, 'seccompProfile', 'type') === 'Unconfined') found.push(`${place}.seccompProfile`);
    if (at(context, 'windowsOptions', 'hostProcess') === true) found.push(`${place}.windowsOptions.hostProcess`);
    if (context.privileged === true) found.push(`${place}.privileged`);
    if (context.procMount != null && context.procMount !== 'Default') found.push(`${place}.procMount`);
    const added = textsIn(at(context, 'capabilities', 'add'));
    if (added.some((it) => !defaultCapabilities.has(it))) found.push(`${place}.capabilities.add`);
  }
  for (const { container, place } of containers(podSpec)) {
    if (mapsIn(container.ports).some(({ hostPort }) => hostPort != null && hostPort !== 0))
      found.push(`${place}.hostPort`);
  }
  return found;
}

function violationsOfRestricted(podSpec: Fields): readonly string[] {
  const found: string[] = [];
  for (const { name, ...source } of mapsIn(podSpec.volumes)) {
    if (Object.keys(source).some((it) => !restrictedVolumes.has(it))) found.push(`volumes[name=${textIn(name)}]`);
  }
  const isWindows = at(podSpec, 'os', 'name') === 'windows';
  const pod = fieldsIn(podSpec.securityContext);
  for (const { context, place } of contexts(podSpec)) {
    if (context.runAsUser === 0) found.push(`${place}.runAsUser`);
  }
  for (const { container, place } of containers(podSpec)) {
    const own = fieldsIn(container.securityContext);
    const context = `${place}.securityContext`;
    if ((own.runAsNonRoot ?? pod.runAsNonRoot) !== true) found.push(`${context}.runAsNonRoot`);
    if (isWindows) continue;
    if (own.allowPrivilegeEscalation !== false) found.push(`${context}.allowPrivilegeEscalation`);
    const seccomp = at(own, 'seccompProfile', 'type') ?? at(pod, 'seccompProfile', 'type');
    if (seccomp !== 'RuntimeDefault' && seccomp !== 'Localhost') found.push(`${context}.seccompProfile`);
    const { add, drop } = fieldsIn(own.capabilities);
    if (!textsIn(drop).includes('ALL')) found.push(`${context}.capabilities.drop`);
    if (textsIn(add).some((it) => it !== 'NET_BIND_SERVICE')) found.push(`${context}.capabilities.add`);
  }
  return found;
}

interface PlacedContainer {
  readonly container: Fields;
  readonly place: string;
}

function containers(podSpec: Fields): readonly PlacedContainer[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    mapsIn(podSpec[list]).map((container) => ({ container, place: `${list}[name=${textIn(container.name)}]` })),
  );
}

function contexts(podSpec: Fields): readonly { readonly context: Fields; readonly place: string }[] {
  const own = containers(podSpec).map(({ container, place }) => ({
    context: container.securityContext,
    place: `${place}.securityContext`,
  }));
  return [{ context: podSpec.securityContext, place: 'securityContext' }, ...own].flatMap(({ context, place }) =>
    isMap(context) ? [{ context, place }] : [],
  );
}
