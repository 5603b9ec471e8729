import type { LimitRangeItem } from '../../api/kubernetes';
import { type Quantity, compareQuantities } from '../../values/quantity';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import { type Amount, type Amounts, quantity } from '../pod/resources';

/** The least and the most of each resource. */
export interface LimitProps {
  /**
   * The least that may be requested.
   * @default - none
   */
  readonly min?: Amounts;
  /**
   * The most that may be used.
   * @default - none
   */
  readonly max?: Amounts;
  /**
   * How many times its request a limit may be.
   * @default - any
   */
  readonly maxLimitRequestRatio?: Amounts;
}

/** The same for containers, and what those get that say nothing themselves. */
export interface ContainerLimitProps extends LimitProps {
  /**
   * The limits of a container without limits.
   * @default - the most
   */
  readonly default?: Amounts;
  /**
   * The requests of a container without requests.
   * @default - its limits
   */
  readonly defaultRequest?: Amounts;
}

/** What each container, Pod and claim of a namespace may use; at least one of the three. */
export interface LimitsProps {
  /**
   * Each container.
   * @default - no limits
   */
  readonly container?: ContainerLimitProps;
  /**
   * Each Pod, its containers together.
   * @default - no limits
   */
  readonly pod?: LimitProps;
  /**
   * The storage that each claim asks for.
   * @default - no limits
   */
  readonly persistentVolumeClaim?: Pick<LimitProps, 'min' | 'max'>;
}

/** In the order in which a container's amounts may grow. */
const ascending = ['min', 'defaultRequest', 'default', 'max'] as const;

/**
 * The limits as the API has them.
 *
 * @throws {PropsError} for no limits, for what is no quantity, and for a least above a most
 */
export function limitItems(place: Place, limits: LimitsProps): readonly LimitRangeItem[] {
  const items = [
    ...item(place.at('container'), 'Container', limits.container),
    ...item(place.at('pod'), 'Pod', limits.pod),
    ...item(place.at('persistentVolumeClaim'), 'PersistentVolumeClaim', limits.persistentVolumeClaim),
  ];
  if (items.length === 0) {
    place.refuse({
      found: 'without a limit',
      allowed: 'at least one of container, pod and persistentVolumeClaim',
      fix: "write container: { defaultRequest: { cpu: '100m', memory: '64Mi' } }",
    });
  }
  return items;
}

function item(place: Place, type: string, props: ContainerLimitProps | undefined): readonly LimitRangeItem[] {
  if (props === undefined) return [];
  const amounts = Object.fromEntries(
    Object.entries<Amounts | undefined>({ ...props }).map(([field, given]) => [
      field,
      quantities(place.at(field), given),
    ]),
  );
  ascending.forEach((lower, index) => {
    for (const higher of ascending.slice(index + 1)) checkOrder(place, lower, amounts[lower], higher, amounts[higher]);
  });
  return [compact({ type, ...amounts })];
}

function checkOrder(
  place: Place,
  lower: string,
  lows: Readonly<Record<string, Quantity>> = {},
  higher: string,
  highs: Readonly<Record<string, Quantity>> = {},
): void {
  for (const [resource, low] of Object.entries(lows)) {
    const high = highs[resource];
    if (high === undefined || compareQuantities(low, high) <= 0) continue;
    place
      .at(lower)
      .at(resource)
      .refuse({
        found: `${show(low)}, above ${higher} ${show(high)}`,
        allowed: `${show(high)} or less`,
        fix: `lower it, or raise ${higher}`,
      });
  }
}

function quantities(place: Place, amounts: Amounts | undefined): Readonly<Record<string, Quantity>> | undefined {
  if (amounts === undefined) return undefined;
  const entries = Object.entries<Amount | undefined>(amounts).flatMap(([name, amount]) =>
    amount === undefined ? [] : [[name, quantity(place.at(name), amount)] as const],
  );
  return Object.fromEntries(entries);
}
