import type { ResourceQuotaSpec } from '../../api/kubernetes';
import { compact } from '../compact';
import type { Place } from '../place';
import { type Amount, quantity } from '../pod/resources';

/** What can be counted and limited in a namespace. */
export type QuotaResource =
  | 'cpu'
  | 'memory'
  | 'ephemeral-storage'
  | 'pods'
  | 'services'
  | 'services.loadbalancers'
  | 'services.nodeports'
  | 'configmaps'
  | 'secrets'
  | 'persistentvolumeclaims'
  | 'replicationcontrollers'
  | 'resourcequotas'
  | `${'requests' | 'limits'}.${string}`
  | `${string}.storageclass.storage.k8s.io/${string}`
  | `count/${string}`
  | `hugepages-${string}`;

/** How much a namespace may use in all. */
export interface QuotaProps {
  /** The most of each: `{ 'requests.cpu': 4, 'limits.memory': '8Gi', pods: 20, 'count/jobs.batch': 5 }`. */
  readonly hard: { readonly [Resource in QuotaResource]?: Amount };
  /**
   * Which Pods count.
   * @default - all
   */
  readonly scopes?: readonly (
    'BestEffort' | 'NotBestEffort' | 'Terminating' | 'NotTerminating' | 'CrossNamespacePodAffinity' | 'PriorityClass'
  )[];
  /**
   * Which Pods count, by expressions such as on their PriorityClass.
   * @default - all
   */
  readonly scopeSelector?: ResourceQuotaSpec['scopeSelector'];
}

/**
 * The quota's spec.
 *
 * @throws {PropsError} for what is no quantity
 */
export function quotaSpec(place: Place, { hard, scopes, scopeSelector }: QuotaProps): ResourceQuotaSpec {
  const amounts = Object.entries<Amount | undefined>(hard).flatMap(([resource, amount]) =>
    amount === undefined ? [] : [[resource, quantity(place.at('hard').at(resource), amount)] as const],
  );
  return compact({ hard: Object.fromEntries(amounts), scopes, scopeSelector });
}
