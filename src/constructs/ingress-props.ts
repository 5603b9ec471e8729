import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ObjectProps } from './metadata';
import type { ServiceBackend } from './network/backend';
import type { NameOf } from './pod/reference';
import type { TlsSecret } from './secret-type';

/** An object that serves requests in place of a Service, such as a bucket. */
export interface ResourceBackend {
  /** The object, in the namespace of the Ingress. */
  readonly resource: api.TypedLocalObjectReference;
}

/** What serves requests: a Service, or what its class knows. */
export type IngressBackend = ServiceBackend | ResourceBackend;

/** How the path of a URL is compared. */
interface IngressPathMatch {
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
}

/** A path of a host, and what serves it. */
export interface IngressPath extends IngressPathMatch {
  /** What serves it: `web.port('http')`, `{ service, port }`, a `kplus.Service`, or `{ resource }`. */
  readonly backend: IngressBackend;
}

/** A host and its paths. */
export interface IngressRule {
  /**
   * Host name, or `*.` and a domain.
   * @default - every host
   */
  readonly host?: string;
  /** Paths of the host; at least one. */
  readonly paths: readonly IngressPath[];
}

/** A certificate and the hosts it is for. */
export interface IngressTls {
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

/** Props of an `Ingress`: one backend, or rules, or a default backend alone. */
export type IngressProps = ObjectProps & {
  /**
   * Class of the controller that serves it.
   * @default - the cluster's default class
   */
  readonly ingressClassName?: NameOf;
  /**
   * Certificates. One without `hosts` is for all hosts of the rules.
   * @default - plain HTTP
   */
  readonly tls?: readonly IngressTls[];
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.Ingress>;
} & (
    | (IngressPathMatch & {
        /**
         * The only host.
         * @default - every host
         */
        readonly host?: string;
        /** What serves the only path. */
        readonly backend: IngressBackend;
        /**
         * What serves all that no rule matches.
         * @default - the controller's
         */
        readonly defaultBackend?: IngressBackend;
        readonly rules?: never;
      })
    | ({
        readonly host?: never;
        readonly path?: never;
        readonly pathType?: never;
        readonly backend?: never;
      } & (
        | {
            /** Hosts and their paths. */
            readonly rules: readonly IngressRule[];
            /**
             * What serves all that no rule matches.
             * @default - the controller's
             */
            readonly defaultBackend?: IngressBackend;
          }
        | {
            readonly rules?: never;
            /** What serves everything. */
            readonly defaultBackend: IngressBackend;
          }
      ))
  );
