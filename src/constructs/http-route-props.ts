import type { GatewayChannel, HttpRoute as ApiHttpRoute, HttpRouteRetry, SessionPersistence } from '../api/gateway';
import type { Patch } from '../api/patch';
import type { HttpFilter } from './gateway/filter';
import type { HttpMatch } from './gateway/http-match';
import type { RouteParent } from './gateway/parent-refs';
import type { RouteBackend, WeightedBackend } from './gateway/route-backend';
import type { ObjectProps } from './metadata';

/** How long requests may take, such as `30s` or `1m30s`; `0s` is as long as they like. */
export interface HttpTimeouts {
  /**
   * The whole request, until the client has the answer.
   * @default - the Gateway's
   */
  readonly request?: string;
  /**
   * One request to a backend, of which a request may need several; at most `request`.
   * @default - the Gateway's
   */
  readonly backendRequest?: string;
}

/** Which requests a rule is for, and what happens to them. */
export interface HttpRule {
  /**
   * Name of the rule, for policies that are attached to it.
   * @default - none
   */
  readonly name?: string;
  /**
   * Requests that have all of one of these. Up to 64.
   * @default - not printed; every request
   */
  readonly matches?: readonly HttpMatch[];
  /**
   * What is done to them, in this order. Up to 16.
   * @default - nothing
   */
  readonly filters?: readonly HttpFilter[];
  /**
   * Who takes them: `web.port('http')`, or several with a weight each. Up to 16.
   * @default - none: for a redirect; other requests are answered with an error
   */
  readonly backendRefs?: readonly (RouteBackend | WeightedBackend<HttpFilter>)[];
  /**
   * How long they may take.
   * @default - the Gateway's
   */
  readonly timeouts?: HttpTimeouts;
  /**
   * How often a request is tried again. Needs Gateway API 1.7; 1.6 and older have it in the experimental channel.
   * @default - the Gateway's
   */
  readonly retry?: HttpRouteRetry;
  /**
   * How the requests of one client are kept with one Pod. Experimental channel.
   * @default - they are not
   */
  readonly sessionPersistence?: SessionPersistence;
}

/** Props of an `HttpRoute`. */
export interface HttpRouteProps extends ObjectProps {
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
  /** What happens to which requests. From 1 to 16 rules. */
  readonly rules: readonly HttpRule[];
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
  readonly overrides?: Patch<ApiHttpRoute>;
}
