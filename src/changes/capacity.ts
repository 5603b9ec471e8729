import { billionthsOf, most, quantityOf, sum, times } from './amounts';
import type { Amounts } from './amounts';
import { at, fieldsIn, mapsIn } from './data';
import type { Fields } from './data';
import type { Capacity } from './effect';
import type { Workload } from './workload';

/** What all Pods of a workload ask for together; of one Pod, where it is not known how many there are. */
export function capacityOf(workload: Workload): Capacity {
  const count = workload.replicas ?? 1;
  return {
    ...(workload.replicas !== undefined && { pods: workload.replicas }),
    requests: print(times(podAmounts(workload.podSpec, 'requests'), count)),
    limits: print(times(podAmounts(workload.podSpec, 'limits'), count)),
  };
}

/**
 * What the scheduler reckons for a Pod: its containers together with the init containers that go on running, or the most that there
 * is while one of the other init containers runs beside those that were started before it, whichever is more.
 */
function podAmounts(podSpec: Fields, of: 'requests' | 'limits'): Amounts {
  const sidecars: Amounts[] = [];
  const passing: Amounts[] = [];
  for (const container of mapsIn(podSpec.initContainers)) {
    const amounts = containerAmounts(container, of);
    if (container.restartPolicy === 'Always') sidecars.push(amounts);
    else passing.push(sum([...sidecars, amounts]));
  }
  const running = mapsIn(podSpec.containers).map((container) => containerAmounts(container, of));
  return sum([most([sum([...running, ...sidecars]), ...passing]), amountsIn(podSpec.overhead)]);
}

/** A request that is not written is the limit. */
function containerAmounts(container: Fields, of: 'requests' | 'limits'): Amounts {
  const limits = amountsIn(at(container, 'resources', 'limits'));
  return of === 'limits' ? limits : new Map([...limits, ...amountsIn(at(container, 'resources', 'requests'))]);
}

function amountsIn(resources: unknown): Amounts {
  const amounts = new Map<string, bigint>();
  for (const [resource, value] of Object.entries(fieldsIn(resources))) {
    const amount = billionthsOf(value);
    if (amount !== undefined) amounts.set(resource, amount);
  }
  return amounts;
}

function print(amounts: Amounts): Readonly<Record<string, string>> {
  const sorted = [...amounts].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(sorted.map(([resource, amount]) => [resource, quantityOf(resource, amount)]));
}
