import type { Size } from 'cdk8s';
import type { ResourceRequirements } from '../../api/kubernetes';
import { type Quantity, compareQuantities, quantityFlaw } from '../../values/quantity';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import type { kplus } from './kplus';

/** An amount of a resource: `'250m'`, `2`, `'512Mi'`, kplus' `Cpu` or cdk8s' `Size`. Printed as it is written. */
export type Amount = Quantity | kplus.Cpu | Size;

/** Amounts by the name of the resource. Kubernetes knows `cpu`, `memory`, `ephemeral-storage`, `hugepages-2Mi`, …. */
export type Amounts = {
  readonly cpu?: Amount;
  readonly memory?: Amount;
  readonly [resource: string]: Amount | undefined;
};

/**
 * What a container needs and what it may use at most.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface ResourcesProps {
  /**
   * What the node must have free, by resource.
   * @default - not printed; Kubernetes takes the limits
   */
  readonly requests?: Amounts;
  /**
   * What the container may use at most, by resource; never below the request.
   * @default - no limit
   */
  readonly limits?: Amounts;
  /**
   * Names of the Pod's `resourceClaims` that the container uses.
   * @default - none
   */
  readonly claims?: ResourceRequirements['claims'];
}

/**
 * Resources as the API has them.
 *
 * @throws {PropsError} for what is no quantity, and for a limit below its request
 */
export function resourceRequirements(place: Place, resources: ResourcesProps): ResourceRequirements {
  const requests = quantities(place.at('requests'), resources.requests);
  const limits = quantities(place.at('limits'), resources.limits);
  for (const [name, limit] of Object.entries(limits ?? {})) {
    const request = requests?.[name];
    if (request === undefined || compareQuantities(limit, request) >= 0) continue;
    place
      .at('limits')
      .at(name)
      .refuse({
        found: `${show(limit)}, below the request of ${show(request)}`,
        allowed: 'the request or more',
        fix: `raise the limit to ${show(request)} or lower the request`,
      });
  }
  return compact({ requests, limits, claims: resources.claims });
}

function quantities(place: Place, amounts: Amounts | undefined): Record<string, Quantity> | undefined {
  if (amounts === undefined) return undefined;
  const result: Record<string, Quantity> = {};
  for (const [name, amount] of Object.entries(amounts)) {
    if (amount !== undefined) result[name] = quantity(place.at(name), amount);
  }
  return result;
}

/**
 * The quantity that is meant, as it was written.
 *
 * @throws {PropsError} for what is none
 */
export function quantity(place: Place, amount: Amount): Quantity {
  const written = unwrap(amount);
  place.check(quantityFlaw(written));
  return written;
}

function unwrap(amount: Amount): Quantity {
  if (typeof amount !== 'object' || amount === null) return amount;
  if ('asString' in amount) return amount.asString();
  return (amount as { readonly amount?: Quantity }).amount ?? (amount as never);
}
