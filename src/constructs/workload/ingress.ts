import type { ApiObject } from 'cdk8s';
import type { Ingress, IngressBackend } from '../../api/kubernetes';
import { hostFlaw, subdomainNameFlaw } from '../../values/name';
import { urlPathFlaw } from '../../values/path';
import { compact } from '../compact';
import type { Labels } from '../labels';
import type { Place } from '../place';
import { nameOf } from '../pod/reference';
import { type WorkloadContext, defineChild } from './context';
import type { PortReference } from './service';
import type { TlsSecret } from '../secret-type';

/** A path of a host, and the port that serves it. */
export interface IngressPathProps<Port extends string> {
  /**
   * Path of the URL, from `/` on.
   * @default '/'
   */
  readonly path?: string;
  /**
   * How the path is compared: by its parts, to the letter, or as the class likes.
   * @default 'Prefix'
   */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  /**
   * Port that serves it.
   * @default - the only exposed port
   */
  readonly port?: Port;
}

/** A host and its paths. */
export interface IngressRuleProps<Port extends string> {
  /**
   * Host name, or `*.` and a domain.
   * @default - every host
   */
  readonly host?: string;
  /** Paths of the host; at least one. */
  readonly paths: readonly IngressPathProps<Port>[];
}

/** A certificate and the hosts it is for. */
export interface IngressTlsProps {
  /**
   * Secret of type `kubernetes.io/tls`.
   * @default - the class' own certificate
   */
  readonly secretName?: TlsSecret;
  /**
   * Hosts of the certificate.
   * @default - all hosts of the rules
   */
  readonly hosts?: readonly string[];
}

/**
 * The way in from outside.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 */
export type IngressProps<Port extends string> = {
  /**
   * Class of the controller that serves it.
   * @default - the cluster's default class
   */
  readonly ingressClassName?: string;
  /**
   * Labels of the Ingress alone.
   * @default - those of the workload
   */
  readonly labels?: Labels;
  /**
   * Annotations of the Ingress alone, such as its controller's.
   * @default - those of the workload
   */
  readonly annotations?: Labels;
  /**
   * Certificates. One without `hosts` is for all hosts of the rules.
   * @default - plain HTTP
   */
  readonly tls?: readonly IngressTlsProps[];
  /**
   * Port that serves what no rule matches.
   * @default - the controller's
   */
  readonly defaultPort?: Port;
} & (
  | ({
      /** The only host; further hosts need `rules`. */
      readonly host: string;
      readonly rules?: never;
    } & IngressPathProps<Port>)
  | {
      /** Hosts and their paths. */
      readonly rules: readonly IngressRuleProps<Port>[];
      readonly host?: never;
      readonly path?: never;
      readonly pathType?: never;
      readonly port?: never;
    }
);

/**
 * The Ingress of a workload, if it was asked for.
 *
 * @param service The Service that it leads to.
 * @throws {PropsError} without a Service, for a wrong host or path, and for a port that the Service does not offer
 */
export function defineIngress(
  context: WorkloadContext,
  asked: IngressProps<string> | undefined,
  service: ApiObject | undefined,
  ports: ReadonlyMap<string, PortReference>,
): ApiObject | undefined {
  if (asked === undefined) return undefined;
  const { identity } = context;
  const place = context.place.at('ingress');
  if (service === undefined) {
    place.refuse({
      found: 'asked for without a Service',
      allowed: 'an Ingress before a Service with at least one port',
      fix: 'declare a port in `ports`, and leave out service: false',
    });
  }
  const metadata = identity.metadata({ labels: asked.labels, annotations: asked.annotations });
  const spec = ingressSpec(place, asked, ports);
  const ingress: Ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec };
  return defineChild(context, 'ingress', ingress);
}

/**
 * The Ingress' spec.
 *
 * @throws {PropsError} for a wrong host or path, and for a port that the Service does not offer
 */
export function ingressSpec(
  place: Place,
  props: IngressProps<string>,
  ports: ReadonlyMap<string, PortReference>,
): Ingress['spec'] {
  const rules: readonly IngressRuleProps<string>[] = props.rules ?? [{ host: props.host, paths: [props] }];
  const hosts = rules.flatMap(({ host }) => (host === undefined ? [] : [host]));
  const rulePlace = (index: number): Place => (props.rules === undefined ? place : place.at('rules').at(index));
  if (props.ingressClassName !== undefined)
    place.at('ingressClassName').check(subdomainNameFlaw(props.ingressClassName));
  return compact({
    ingressClassName: props.ingressClassName,
    defaultBackend:
      props.defaultPort === undefined ? undefined : backend(place.at('defaultPort'), props.defaultPort, ports),
    tls: props.tls?.map((tls) =>
      compact({
        hosts: tls.hosts ?? (hosts.length > 0 ? hosts : undefined),
        secretName: tls.secretName && nameOf(tls.secretName),
      }),
    ),
    rules: rules.map(({ host, paths }, index) => {
      const here = rulePlace(index);
      if (host !== undefined) here.at('host').check(hostFlaw(host));
      return compact({
        host,
        http: {
          paths: paths.map(({ path = '/', pathType = 'Prefix', port }, position) => {
            const at = props.rules === undefined ? here : here.at('paths').at(position);
            at.at('path').check(urlPathFlaw(path));
            at.at('pathType').oneOf(pathType, ['Prefix', 'Exact', 'ImplementationSpecific']);
            return { path, pathType, backend: backend(at.at('port'), port, ports) };
          }),
        },
      });
    }),
  });
}

function backend(place: Place, name: string | undefined, ports: ReadonlyMap<string, PortReference>): IngressBackend {
  const offered = [...ports.values()].filter(({ servicePort }) => servicePort !== undefined);
  const names = offered.map((port) => port.name);
  if (name === undefined && names.length !== 1) {
    place.refuse({
      found: 'left out',
      allowed: 'the only port that the Service offers, or one named here',
      fix: names.length === 0 ? 'declare one in `ports`' : `write one of ${names.join(', ')}`,
    });
  }
  if (name !== undefined) place.oneOf(name, names);
  const port = ports.get(name ?? names[0]!)!;
  return { service: { name: port.service, port: { name: port.name } } };
}
