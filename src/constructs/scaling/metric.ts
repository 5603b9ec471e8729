import type { LabelSelector, MetricSpec } from '../../api/kubernetes';
import { labelNameFlaw } from '../../values/name';
import { numberFlaw } from '../../values/number';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import { type Amount, quantity } from '../pod/resources';
import type { ScaledObject } from './target';

/** An average over the Pods, in percent of what they request. */
interface OfRequests {
  /** Average to aim at, in percent of the request, from 1. */
  readonly averageUtilization: number;
  readonly averageValue?: never;
}

/** An average over the Pods. */
interface Average {
  /** Average for each Pod to aim at, such as `500m` or 100. */
  readonly averageValue: Amount;
  readonly averageUtilization?: never;
  readonly value?: never;
}

/** A value as a whole. */
interface Whole {
  /** Value to aim at, such as `2k` or 30. */
  readonly value: Amount;
  readonly averageValue?: never;
}

/** Of all series of a metric, those with some labels. */
interface Selected {
  /**
   * Labels of the series.
   * @default - all of them
   */
  readonly selector?: LabelSelector;
}

const kinds = ['resource', 'containerResource', 'pods', 'object', 'external'] as const;
type Kind = (typeof kinds)[number];

/** The field that says the kind of a metric and names it, and no other of them. */
type Named<Name extends Kind> = { readonly [Key in Name]: string } & {
  readonly [Other in Exclude<Kind, Name>]?: never;
};

/** CPU, memory or another resource, over all containers of the Pods. */
export type ResourceMetric = Named<'resource'> & (OfRequests | Average);

/** CPU, memory or another resource of one container. */
export type ContainerResourceMetric = Named<'containerResource'> & {
  /** Name of the container. */
  readonly container: string;
} & (OfRequests | Average);

/** A metric of each Pod, from a metrics adapter. */
export type PodsMetric = Named<'pods'> & Selected & Average;

/** A metric of one object, such as an Ingress. */
export type ObjectMetric = Named<'object'> &
  Selected &
  (Average | Whole) & {
    /** The object. */
    readonly describedObject: ScaledObject;
  };

/** A metric of something outside the cluster, such as a queue. */
export type ExternalMetric = Named<'external'> & Selected & (Average | Whole);

/**
 * What tells how many Pods are needed. The first field says the kind of metric and names it:
 * `{ resource: 'cpu', averageUtilization: 70 }`.
 */
export type Metric = ResourceMetric | ContainerResourceMetric | PodsMetric | ObjectMetric | ExternalMetric;

/**
 * A metric as the API has it.
 *
 * @throws {PropsError} for none or several kinds, for no aim, and for what is no quantity
 */
export function metricSpec(place: Place, metric: Metric): MetricSpec {
  const found = kinds.filter((kind) => metric[kind] !== undefined);
  if (found.length !== 1) {
    place.refuse({
      found: found.length === 0 ? show(metric) : `${found.join(' and ')} at once`,
      allowed: `one of ${kinds.join(', ')}`,
      fix: "write such as { resource: 'cpu', averageUtilization: 70 }",
    });
  }
  if (metric.resource !== undefined) {
    return { type: 'Resource', resource: { name: metric.resource, target: target(place, metric, ofPods) } };
  }
  if (metric.containerResource !== undefined) {
    place.at('container').check(labelNameFlaw(metric.container));
    const { container, containerResource: name } = metric;
    return { type: 'ContainerResource', containerResource: { container, name, target: target(place, metric, ofPods) } };
  }
  if (metric.pods !== undefined) {
    return { type: 'Pods', pods: { metric: identifier(metric.pods, metric), target: target(place, metric, average) } };
  }
  if (metric.object !== undefined) {
    const { apiVersion, kind, name } = metric.describedObject;
    const describedObject = { apiVersion, kind, name: typeof name === 'string' ? name : name.name };
    const object = { describedObject, metric: identifier(metric.object, metric), target: target(place, metric, ofAll) };
    return { type: 'Object', object };
  }
  const external = { metric: identifier(metric.external, metric), target: target(place, metric, ofAll) };
  return { type: 'External', external };
}

type Aim = 'averageUtilization' | 'averageValue' | 'value';
const ofPods: readonly Aim[] = ['averageUtilization', 'averageValue'];
const average: readonly Aim[] = ['averageValue'];
const ofAll: readonly Aim[] = ['value', 'averageValue'];

type Target = NonNullable<MetricSpec['resource']>['target'];

function target(place: Place, metric: { readonly [Name in Aim]?: Amount }, allowed: readonly Aim[]): Target {
  const found = (['averageUtilization', 'averageValue', 'value'] as const).filter((aim) => metric[aim] !== undefined);
  const [aim] = found;
  if (found.length !== 1 || !allowed.includes(aim!)) {
    place.refuse({
      found: found.length === 0 ? 'without an aim' : `with ${found.join(' and ')}`,
      allowed: `exactly ${allowed.length === 1 ? allowed[0] : `one of ${allowed.join(' and ')}`}`,
      fix: 'write what to aim at',
    });
  }
  if (aim === 'averageUtilization') {
    place.at(aim).check(numberFlaw(metric.averageUtilization, 1));
    return { type: 'Utilization', averageUtilization: metric.averageUtilization as number };
  }
  const amount = quantity(place.at(aim!), metric[aim!]!);
  return aim === 'value' ? { type: 'Value', value: amount } : { type: 'AverageValue', averageValue: amount };
}

function identifier(name: string, { selector }: Selected): NonNullable<MetricSpec['pods']>['metric'] {
  return compact({ name, selector });
}
