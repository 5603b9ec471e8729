import type { GatewayChannel, GrpcRoute as ApiGrpcRoute, SessionPersistence } from '../api/gateway';
import type { Patch } from '../api/patch';
import type { GrpcFilter } from './gateway/filter';
import type { GrpcMatch } from './gateway/grpc-rule';
import type { RouteParent } from './gateway/parent-refs';
import type { RouteBackend, WeightedBackend } from './gateway/route-backend';
import type { ObjectProps } from './metadata';

/** Which calls a rule is for, and what happens to them. */
export interface GrpcRule {
  /**
   * Name of the rule, for policies that are attached to it.
   * @default - none
   */
  readonly name?: string;
  /**
   * Calls that have all of one of these. Up to 64.
   * @default - not printed; every call
   */
  readonly matches?: readonly GrpcMatch[];
  /**
   * What is done to them, in this order. Up to 16.
   * @default - nothing
   */
  readonly filters?: readonly GrpcFilter[];
  /**
   * Who takes them: `api.port('grpc')`, or several with a weight each. Up to 16.
   * @default - none: the calls fail as unavailable
   */
  readonly backendRefs?: readonly (RouteBackend | WeightedBackend<GrpcFilter>)[];
  /**
   * How the requests of one client are kept with one Pod. Experimental channel.
   * @default - they are not
   */
  readonly sessionPersistence?: SessionPersistence;
}

/** Props of a `GrpcRoute`. */
export interface GrpcRouteProps extends ObjectProps {
  /**
   * Gateways to which the route is attached, by name or as `{ name, namespace, sectionName }`. Up to 32. In the experimental channel
   * a `port` tells listeners of one Gateway apart too.
   */
  readonly parentRefs: readonly RouteParent[];
  /**
   * Hosts, or `*.` and a domain. Up to 16.
   * @default - those of the listener
   */
  readonly hostnames?: readonly string[];
  /** What happens to which calls. From 1 to 16 rules. */
  readonly rules: readonly GrpcRule[];
  /**
   * Whether the Gateways that take routes by default take this one. Experimental channel.
   * @default - not printed; Kubernetes takes `None`
   */
  readonly useDefaultGateways?: 'All' | 'None';
  /**
   * Channel of the Gateway API that the cluster has. What only the experimental one has is refused unless this is set.
   * @default 'standard'
   */
  readonly channel?: GatewayChannel;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<ApiGrpcRoute>;
}
