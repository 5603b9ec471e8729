import type { NginxServerOptions } from './nginx/nginx-config-options';
import type { NginxRoute } from './nginx/nginx-route';
import type { ContainerProps } from './pod/container-props';
import type { kplus } from './pod/kplus';
import type { PodProps } from './pod/pod-props';
import type { ContainerPorts } from './pod/port';
import type { ProbeProps } from './pod/probe';
import type { IdentityProps } from './workload/workload-props';

/** nginx in front of a backend, in one Pod. `Port` is the union of the names of the backend's ports. */
export type NginxWithBackendProps<Port extends string = string> =
  GeneratedNginxWithBackendProps<Port> | SelfConfiguredNginxWithBackendProps<Port>;

/** What the pair says whoever configures nginx. */
export interface NginxWithBackendCommonProps<Port extends string = string> extends IdentityProps, PodProps {
  /** The container behind nginx. Containers of a Pod share its address, so that nginx finds it on localhost. */
  readonly backend: NginxBackendProps<Port>;
}

/** The usual case: the configuration of nginx is made from routes. */
export interface GeneratedNginxWithBackendProps<
  Port extends string = string,
> extends NginxWithBackendCommonProps<Port> {
  /**
   * What nginx does with which requests. Requests that match no route are answered with 404.
   * @default - everything goes to the backend, which must have exactly one TCP port
   */
  readonly routes?: readonly NginxRoute<NoInfer<Port>>[];
  /**
   * The nginx container, and how nginx behaves whatever the route.
   * @default - `nginxinc/nginx-unprivileged:1.27-alpine` on port 8090
   */
  readonly nginx?: NginxProps;
}

/** For an image that configures itself, from its environment or because its configuration is part of it. */
export interface SelfConfiguredNginxWithBackendProps<
  Port extends string = string,
> extends NginxWithBackendCommonProps<Port> {
  /** The nginx container. */
  readonly nginx: SelfConfiguredNginxProps;
  readonly routes?: never;
}

/** What every nginx container may say. */
export interface NginxContainerProps extends Omit<
  ContainerProps<'http'>,
  'image' | 'ports' | 'livenessProbe' | 'readinessProbe'
> {
  /**
   * Name of the container, a DNS label.
   * @default 'nginx'
   */
  readonly name?: string;
}

/** An nginx container with a configuration of ours. */
export interface NginxProps extends NginxContainerProps, NginxServerOptions {
  /**
   * Image of nginx 1.18 or later, which must run as any user.
   * @default 'nginxinc/nginx-unprivileged:1.27-alpine'
   */
  readonly image?: string;
  /**
   * Port that nginx listens on, 1 to 65535, called `http`; from 1024 on unless nginx is root.
   * @default 8090, which leaves 8080 to the backend
   */
  readonly port?: number;
  /**
   * Absolute path at which the image's nginx looks for its configuration.
   * @default '/etc/nginx/nginx.conf'
   */
  readonly configPath?: `/${string}`;
  /**
   * Whether the configuration is made from routes.
   * @default true
   */
  readonly generateConfig?: true;
  /**
   * When nginx gets traffic; `false` for no probe.
   * @default - when `healthPath` answers; when the port is open, without a `healthPath`
   */
  readonly readinessProbe?: ProbeProps<'http'> | kplus.Probe | false;
  /**
   * When nginx is restarted; `false` for no probe.
   * @default - when `healthPath` no longer answers; no probe without a `healthPath`
   */
  readonly livenessProbe?: ProbeProps<'http'> | kplus.Probe | false;
}

/** An nginx container that brings its configuration. */
export interface SelfConfiguredNginxProps extends NginxContainerProps {
  /** The configuration is the image's: no ConfigMap is made, and nothing is mounted. */
  readonly generateConfig: false;
  /** Image with tag or digest. */
  readonly image: string;
  /** Port that the image's nginx listens on, 1 to 65535, called `http`; from 1024 on unless nginx is root. */
  readonly port: number;
  /**
   * When nginx gets traffic; `false` for no probe.
   * @default - when the port is open
   */
  readonly readinessProbe?: ProbeProps<'http'> | kplus.Probe | false;
  /**
   * When nginx is restarted; `false` for no probe.
   * @default - no probe
   */
  readonly livenessProbe?: ProbeProps<'http'> | kplus.Probe | false;
}

/** The container behind nginx. */
export interface NginxBackendProps<Port extends string = string> extends Omit<
  ContainerProps<Port>,
  'ports' | 'readinessProbe'
> {
  /**
   * Name of the container, a DNS label.
   * @default 'backend'
   */
  readonly name?: string;
  /** Ports by name, of which routes choose one: 1 to 15 lower-case letters, digits and `-`; not `http`, which is nginx'. */
  readonly ports: ContainerPorts<Port>;
  /**
   * When the Pod gets traffic, beside nginx' own probe; `false` for no probe. The default asks the Pod's address: a backend
   * that listens on 127.0.0.1 only needs another probe, or none.
   * @default - when the first port that a route leads to is open
   */
  readonly readinessProbe?: ProbeProps<NoInfer<Port>> | kplus.Probe | false;
}
