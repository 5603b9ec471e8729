import { show } from '../values/show';
import type { NginxServerOptions } from './nginx/nginx-config-options';
import { defaultHealthPath } from './nginx/nginx-server';
import type { NginxProps, NginxWithBackendProps, SelfConfiguredNginxProps } from './nginx-with-backend-props';
import type { Place } from './place';
import type { ContainerProps } from './pod/container-props';
import type { ProbeProps } from './pod/probe';
import { Volume } from './pod/volume';

/** Port of nginx when nothing is said: unprivileged, and not 8080, which backends like. */
export const defaultNginxPort = 8090;

const defaultImage = 'nginxinc/nginx-unprivileged:1.27-alpine';

/**
 * The nginx container but for its port.
 *
 * @param configName Name of the ConfigMap, which a container that configures itself does not mount.
 */
export function nginxContainer(nginx: NginxProps | SelfConfiguredNginxProps, configName: string): ContainerProps {
  return nginx.generateConfig === false ? selfConfigured(nginx) : configured(nginx, configName);
}

/**
 * Refuses a port for which nginx would have to be root, or the kernel to be told, while it is somebody else.
 *
 * @throws {PropsError} naming the port
 */
export function checkPrivilege(place: Place, props: NginxWithBackendProps, port: number): void {
  const restricted = (props.nginx?.profile ?? props.profile ?? 'restricted') === 'restricted';
  const user = props.nginx?.securityContext?.runAsUser ?? props.securityContext?.runAsUser;
  const sysctls = props.securityContext?.sysctls ?? [];
  if (!(port < 1024) || !restricted || user === 0) return;
  if (sysctls.some(({ name }) => name === 'net.ipv4.ip_unprivileged_port_start')) return;
  place.refuse({
    found: String(port),
    allowed: 'a number from 1024 to 65535, because nginx is not root in the profile "restricted"',
    fix: `listen on ${defaultNginxPort} and let a Service map ${port} to it, or choose the profile "baseline"`,
  });
}

function configured(nginx: NginxProps, configName: string): ContainerProps {
  const {
    image,
    name: _name,
    port: _port,
    configPath,
    generateConfig: _generate,
    readinessProbe,
    livenessProbe,
    ...rest
  } = nginx;
  const health = nginx.healthPath ?? defaultHealthPath;
  const alive: ProbeProps<'http'> | undefined =
    health === false ? undefined : { httpGet: { path: encodeURI(health), port: 'http' } };
  const config = Volume.configMap('nginx-config', configName);
  return {
    ...rest,
    image: image ?? defaultImage,
    readinessProbe: orDefault(readinessProbe, alive ?? { tcpSocket: { port: 'http' } }),
    livenessProbe: orDefault(livenessProbe, alive),
    // The file alone: the rest of the directory, with mime.types, stays the image's.
    volumeMounts: [
      config.mountedAt(configPath ?? '/etc/nginx/nginx.conf', { subPath: 'nginx.conf', readOnly: true }),
      ...(rest.volumeMounts ?? []),
    ],
    writablePaths: writablePaths(rest),
  };
}

/** nginx keeps its process id and large bodies below /tmp. */
function writablePaths({
  writablePaths: asked,
  volumeMounts,
}: ContainerProps | NginxProps): ContainerProps['writablePaths'] {
  const taken = [
    ...(asked ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.path)),
    ...(volumeMounts ?? []).map(({ mountPath }) => mountPath),
  ];
  return taken.includes('/tmp') ? asked : ['/tmp', ...(asked ?? [])];
}

function selfConfigured(nginx: SelfConfiguredNginxProps): ContainerProps {
  const { image, name: _name, port: _port, generateConfig: _generate, readinessProbe, livenessProbe, ...rest } = nginx;
  return {
    ...rest,
    image,
    readinessProbe: orDefault(readinessProbe, { tcpSocket: { port: 'http' } }),
    livenessProbe: orDefault(livenessProbe, undefined),
  };
}

/** The props that mean something to a configuration of ours only. */
const generatedOnly: Readonly<Record<keyof NginxServerOptions | 'configPath', true>> = {
  accessLog: true,
  configPath: true,
  directives: true,
  errorLog: true,
  forwardedHeaders: true,
  gzip: true,
  healthPath: true,
  ipFamilies: true,
  keepAlive: true,
  maxBodySize: true,
  realClientIp: true,
  requestHeaders: true,
  responseHeaders: true,
  securityHeaders: true,
  timeouts: true,
  workerConnections: true,
  workerProcesses: true,
};

/**
 * Refuses what would be ignored: an image that configures itself knows nothing of our props. The compiler says so too,
 * to those who have one.
 *
 * @throws {PropsError} naming the prop
 */
export function checkUnused(place: Place, props: NginxWithBackendProps): undefined {
  const refuse = (here: Place, value: unknown): void => {
    if (value === undefined) return;
    here.refuse({
      found: `${show(value)} beside generateConfig: false`,
      allowed: 'nothing: the image brings the configuration',
      fix: 'leave it out, or leave out generateConfig',
    });
  };
  refuse(place.at('routes'), props.routes);
  const nginx = props.nginx as { readonly [Name in keyof typeof generatedOnly]?: unknown };
  for (const name of Object.keys(generatedOnly) as (keyof typeof generatedOnly)[]) {
    refuse(place.at('nginx').at(name), nginx[name]);
  }
  return undefined;
}

/** What was asked for, or the default, or nothing where `false` was said. */
export function orDefault<Value>(asked: Value | false | undefined, standard: Value | undefined): Value | undefined {
  return asked === false ? undefined : (asked ?? standard);
}
