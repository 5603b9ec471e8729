import { describeFault } from '../../gateway/fault';
import type { RouteFault } from '../../gateway/fault';
import { judgeRoute } from '../../gateway/judge-route';
import type { RouteKind } from '../../gateway/route-schema';
import type { Problem } from '../../problems/problem';
import type { Subject } from './subject';

const kinds: Readonly<Record<string, RouteKind>> = {
  'gateway.networking.k8s.io/v1 HTTPRoute': 'HTTPRoute',
  'gateway.networking.k8s.io/v1beta1 HTTPRoute': 'HTTPRoute',
  'gateway.networking.k8s.io/v1 GRPCRoute': 'GRPCRoute',
};

/**
 * What an API server with the Gateway API would say about a route. What only one of its channels takes is no error: which of them
 * a cluster has is not known here.
 *
 * @returns nothing where the object is no route, or cannot be read
 */
export function describeRoute({ identity, locate, object }: Subject): readonly Problem[] | undefined {
  const kind = kinds[`${identity.apiVersion} ${identity.kind}`];
  const route = kind && object();
  if (kind === undefined || route === undefined) return undefined;
  const faults = judgeRoute(kind, route, 'standard');
  const isAnywhere = faults.length > 0 && judgeRoute(kind, route, 'experimental').length === 0;
  return faults.map((fault): Problem => ({
    ...(isAnywhere ? experimental(fault) : { code: 'PLM5001', severity: 'error', message: describeFault(fault) }),
    object: identity,
    ...(fault.field !== '' && { field: fault.field }),
    ...locate(fault.field, fault.type),
  }));
}

function experimental(fault: RouteFault): Pick<Problem, 'code' | 'severity' | 'message' | 'fix'> {
  return {
    code: 'PLM5006',
    severity: 'warning',
    message: `Only the experimental channel of the Gateway API takes this. The standard one says: ${describeFault(fault)}`,
    fix: 'Leave it out unless the cluster has the experimental channel.',
  };
}
