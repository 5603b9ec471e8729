import type { Construct } from 'constructs';
import type { PodSpec } from '../api/kubernetes';
import { PropsError } from '../problems/props-error';
import { show } from '../values/show';
import { nginxConfig } from './nginx/nginx-config';
import type { NginxRoute } from './nginx/nginx-route';
import { checkPrivilege, checkUnused, defaultNginxPort, nginxContainer, orDefault } from './nginx-container';
import type {
  NginxBackendProps,
  GeneratedNginxWithBackendProps,
  NginxProps,
  NginxWithBackendProps,
  SelfConfiguredNginxProps,
} from './nginx-with-backend-props';
import type { Place } from './place';
import type { ContainerProps } from './pod/container-props';
import { isHardened } from './pod/hardened';
import { buildPodSpec } from './pod/pod-spec';
import type { PodLifetime } from './pod/pod-props';
import type { PodPort } from './workload/pod-port';

/** The pair, settled: what its objects are made from. */
export interface SettledPair {
  readonly podSpec: PodSpec;
  /** Text of nginx.conf, unless the image brings it. */
  readonly config?: string;
  /** nginx' port and the backend's. */
  readonly ports: readonly PodPort[];
}

/**
 * Settles the props of the pair, whatever object it becomes.
 *
 * @param configName Name of the ConfigMap.
 * @param lacks What the workload lacks beside its Pods, should it be hardened.
 * @throws {PropsError} for any value that the API server would refuse or that nginx could not do
 */
export function settlePair(
  scope: Construct,
  place: Place,
  props: NginxWithBackendProps,
  configName: string,
  lifetime?: PodLifetime,
  lacks?: readonly string[],
): SettledPair {
  const backendPorts = podPorts(props.backend);
  const upstreams = tcpPorts(backendPorts);
  const port = props.nginx?.port ?? defaultNginxPort;
  const nginxPlace = place.at('nginx');
  checkPrivilege(nginxPlace.at('port'), props, port);
  const generated = isGenerated(props) ? generate(scope, place, props, upstreams, port) : checkUnused(place, props);
  const asked = props.nginx ?? {};
  const nginx = nginxContainer(isHardened(place, props.hardened) ? probedApart(asked) : asked, configName);
  const podSpec = buildPodSpec(
    place,
    props,
    [
      { name: props.nginx?.name ?? 'nginx', props: { ...nginx, ports: { http: port } }, place: nginxPlace },
      {
        name: props.backend.name ?? 'backend',
        props: backendContainer(props.backend, generated?.routes ?? [], upstreams),
        place: place.at('backend'),
      },
    ],
    lifetime,
    { lacks },
  );
  return {
    podSpec,
    config: generated?.text,
    ports: [{ name: 'http', containerPort: port, protocol: 'TCP' }, ...backendPorts],
  };
}

/** With probes that differ: nginx is not restarted for what is to keep the traffic away. */
function probedApart(nginx: NginxProps | SelfConfiguredNginxProps): NginxProps | SelfConfiguredNginxProps {
  const { livenessProbe, readinessProbe } = nginx;
  if (nginx.generateConfig === false || nginx.healthPath === false) return nginx;
  if (livenessProbe !== undefined || readinessProbe !== undefined) return nginx;
  return { ...nginx, livenessProbe: { tcpSocket: { port: 'http' } } };
}

function isGenerated(props: NginxWithBackendProps): props is GeneratedNginxWithBackendProps {
  return props.nginx?.generateConfig !== false;
}

function podPorts(backend: NginxBackendProps): readonly PodPort[] {
  return Object.entries(backend.ports ?? {}).map(([name, port]) =>
    typeof port === 'object'
      ? { name, containerPort: port.containerPort, protocol: port.protocol ?? 'TCP' }
      : { name, containerPort: port, protocol: 'TCP' },
  );
}

/** The ports that nginx can reach: HTTP needs TCP. */
function tcpPorts(ports: readonly PodPort[]): Readonly<Record<string, number>> {
  const reachable = ports.filter(({ protocol }) => protocol === 'TCP');
  return Object.fromEntries(reachable.map(({ name, containerPort }) => [name, containerPort]));
}

interface GeneratedConfig {
  readonly text: string;
  readonly routes: readonly NginxRoute[];
}

function generate(
  scope: Construct,
  place: Place,
  props: GeneratedNginxWithBackendProps,
  upstreams: Readonly<Record<string, number>>,
  port: number,
): GeneratedConfig {
  const routes = props.routes ?? [defaultRoute(place, Object.keys(upstreams))];
  const { text, problems } = nginxConfig({ ...props.nginx, port, upstreams, routes });
  const [problem] = problems;
  if (problem !== undefined) {
    throw new PropsError(scope.node.path, propOf(problem.field), problem.flaw);
  }
  const bytes = Buffer.byteLength(text!);
  if (bytes > 1_000_000) {
    place.at('routes').refuse({
      found: `so much that nginx.conf has ${bytes} bytes`,
      allowed: 'up to 1000000 bytes, which fit into a ConfigMap',
      fix: 'use fewer routes, or an image that brings its own configuration',
    });
  }
  return { text: text!, routes };
}

/** The prop behind a field of the configuration's options. */
function propOf(field: string): string {
  if (field.startsWith('routes')) return field;
  return field.startsWith('upstreams') ? field.replace('upstreams', 'backend.ports') : `nginx.${field}`;
}

function defaultRoute(place: Place, ports: readonly string[]): NginxRoute {
  if (ports.length !== 1) {
    place.at('routes').refuse({
      found:
        ports.length === 0
          ? 'left out, and the backend has no TCP port'
          : `left out, and the backend has the ports ${ports.map(show).join(', ')}`,
      allowed: 'a list of routes; none for a backend with exactly one TCP port',
      fix:
        ports.length === 0
          ? 'declare a port in `backend.ports`'
          : `write routes: [{ prefix: "/", proxyTo: ${show(ports[0])} }]`,
    });
  }
  return { prefix: '/', proxyTo: ports[0]! };
}

function backendContainer(
  backend: NginxBackendProps,
  routes: readonly NginxRoute[],
  upstreams: Readonly<Record<string, number>>,
): ContainerProps {
  const { name: _name, readinessProbe, ...rest } = backend;
  const port = routes.find(({ proxyTo }) => proxyTo !== undefined)?.proxyTo ?? Object.keys(upstreams)[0];
  return {
    ...rest,
    readinessProbe: orDefault(readinessProbe, port === undefined ? undefined : { tcpSocket: { port } }),
  };
}
