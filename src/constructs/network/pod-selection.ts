import type { LabelSelector } from '../../api/kubernetes';
import { show } from '../../values/show';
import { type Labels, checkLabels } from '../labels';
import type { Place } from '../place';
import type { kplus } from '../pod/kplus';
import { kplusSelector } from '../workload/kplus-peers';
import type { PodsByLabel } from '../workload/network-policy';
import type { PodPort } from '../workload/pod-port';
import { checkKplusNamespaces, checkSameNamespace } from './same-namespace';

/** Pods whose ports are declared: our workloads with ports are. */
export interface PodsWithPorts<Port extends string> extends PodsByLabel {
  /** A declared port. */
  port(name: Port): PodPort;
}

/** Pods of one namespace: a workload of ours, what kplus can select, or a selector as the API has it. */
export type PodSelection<Port extends string = string> =
  PodsWithPorts<Port> | PodsByLabel | kplus.IPodSelector | LabelSelector;

/** The same for what selects by equal labels alone, as a Service does. */
export type PodsByEqualLabels<Port extends string = string> =
  PodsWithPorts<Port> | PodsByLabel | kplus.IPodSelector | Labels;

/**
 * What is selected, as the API has it.
 *
 * @throws {PropsError} for what selects no Pods, and for Pods in another namespace
 */
export function selectorOf(place: Place, selection: PodSelection): LabelSelector {
  if (typeof selection === 'object' && selection !== null) {
    if (isOurs(selection)) {
      checkSameNamespace(place, selection);
      return { matchLabels: { ...selection.selectorLabels } };
    }
    if (isTheirs(selection)) return ofKplus(place, selection);
    if (Object.keys(selection).every((key) => key === 'matchLabels' || key === 'matchExpressions')) {
      checkLabels(place.at('matchLabels'), selection.matchLabels);
      return selection;
    }
  }
  return refuse(place, selection, '{ matchLabels } or { matchExpressions }');
}

/**
 * The labels by which a Service finds its Pods.
 *
 * @throws {PropsError} for what selects no Pods, for Pods in another namespace, and for a selector with expressions
 */
export function labelsOf(place: Place, selection: PodsByEqualLabels): Labels {
  if (typeof selection !== 'object' || selection === null) return refuse(place, selection, 'labels');
  if (isOurs(selection)) {
    checkSameNamespace(place, selection);
    return { ...selection.selectorLabels };
  }
  if (!isTheirs(selection)) {
    checkLabels(place, selection as Labels);
    return { ...(selection as Labels) };
  }
  const { matchLabels = {}, matchExpressions } = ofKplus(place, selection);
  if (matchExpressions !== undefined) {
    place.refuse({
      found: 'a selector with expressions',
      allowed: 'equal labels: a Service knows no expressions',
      fix: 'select the Pods by their labels alone',
    });
  }
  return matchLabels;
}

/** Whether the Pods are those of a workload of ours; a label may be called `selectorLabels` too. */
export function isOurs(value: object): value is PodsByLabel {
  return typeof (value as Partial<PodsByLabel>).selectorLabels === 'object';
}

/** Whether the ports of the Pods are declared. */
export function hasPorts(value: object | undefined): value is PodsWithPorts<string> {
  return value !== undefined && isOurs(value) && typeof (value as { readonly port?: unknown }).port === 'function';
}

function ofKplus(place: Place, selection: kplus.IPodSelector): LabelSelector {
  checkKplusNamespaces(place, selection.toPodSelectorConfig());
  return kplusSelector(selection);
}

function isTheirs(value: object): value is kplus.IPodSelector {
  return typeof (value as { readonly toPodSelectorConfig?: unknown }).toPodSelectorConfig === 'function';
}

function refuse(place: Place, found: unknown, orElse: string): never {
  return place.refuse({ found: show(found), allowed: `a workload, or ${orElse}`, fix: 'pass the construct itself' });
}
