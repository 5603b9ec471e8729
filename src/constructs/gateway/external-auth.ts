import type {
  GatewayChannel,
  GrpcAuthRequest,
  HttpAuthRequest,
  HttpExternalAuthFilter,
  HttpForwardBody,
} from '../../api/gateway';
import { externalAuth } from '../../gateway/filter-schema';
import { compact } from '../compact';
import type { OneOf } from '../one-of';
import type { Place } from '../place';
import { checkChannel, checkPart } from './check-part';
import { type RouteBackend, backendRef } from './route-backend';

/** Who is asked whether a request may pass, and in which protocol. */
export type ExternalAuth = {
  /** Who is asked. */
  readonly backend: RouteBackend;
  /**
   * How much of the body is sent along.
   * @default - nothing
   */
  readonly forwardBody?: HttpForwardBody;
} & OneOf<{
  /** It speaks HTTP; may be empty. */
  readonly http: HttpAuthRequest;
  /** It speaks gRPC, as Envoy's `ext_authz` defines it; may be empty. */
  readonly grpc: GrpcAuthRequest;
}>;

/**
 * The filter as the API has it.
 *
 * @throws {PropsError} for what it refuses
 */
export function externalAuthFilter(place: Place, asked: ExternalAuth, channel: GatewayChannel): HttpExternalAuthFilter {
  checkChannel(place, channel);
  const { backend, forwardBody, grpc, http } = asked;
  if ((grpc === undefined) === (http === undefined)) {
    place.refuse({
      found: grpc === undefined ? 'without a protocol' : 'with http and grpc',
      allowed: 'exactly one of http and grpc',
      fix: 'say which of the two the backend speaks, such as http: {}',
    });
  }
  const protocol = grpc === undefined ? 'HTTP' : 'GRPC';
  const backendReference = backendRef(place.at('backend'), backend, channel);
  const filter = compact({ protocol, backendRef: backendReference, http, grpc, forwardBody } as const);
  checkPart(place, externalAuth(), filter);
  return filter;
}
