import type { Construct } from 'constructs';
import type { ObjectMeta } from '../../api/kubernetes';
import type { Flaw } from '../../problems/props-error';
import { compact } from '../compact';
import { type Labels, checkAnnotations, checkLabels, podLabels, selectorLabels, someLabels } from '../labels';
import type { Place } from '../place';
import { defaultsOf } from '../scope-defaults';
import type { IdentityProps } from './workload-props';

/** Who a workload is: settled once, used by each of its objects. */
export interface Identity {
  /** Name of the workload, with the prefix of its scope. */
  readonly name: string;
  /** The same without the prefix, for what is inside a Pod. */
  readonly shortName: string;
  /** Labels by which the Pods are found. */
  readonly selector: Labels;
  /** Metadata of the Pod template. */
  readonly podMetadata: ObjectMeta;
  /** Name of an object beside the workload: one that was asked for with the prefix of the scope, else the workload's. */
  nameOf(asked: string | undefined): string;
  /**
   * Metadata of one of the objects.
   *
   * @param asked Name, labels and annotations of this object alone.
   */
  metadata(asked?: ObjectMeta): ObjectMeta;
}

/**
 * Settles name, labels and annotations.
 *
 * @param nameFlaw The rule for the name: that of the strictest object which bears it.
 * @throws {PropsError} for a wrong name, label or annotation
 */
export function settleIdentity(
  scope: Construct,
  place: Place,
  props: IdentityProps,
  nameFlaw: (name: unknown) => Flaw | undefined,
): Identity {
  const defaults = defaultsOf(scope);
  const shortName = props.name ?? scope.node.id;
  const name = `${defaults.namePrefix}${shortName}`;
  (props.name === undefined ? place.at('id') : place.at('name')).check(nameFlaw(name));
  const selector = props.selectorLabels ?? selectorLabels(name, props.app);
  checkLabels(place.at(props.selectorLabels === undefined ? 'app' : 'selectorLabels'), selector);
  checkLabels(place.at('labels'), props.labels, selector);
  checkLabels(place.at('podLabels'), props.podLabels, selector);
  checkAnnotations(place.at('annotations'), props.annotations);
  checkAnnotations(place.at('podAnnotations'), props.podAnnotations);
  const labels = { ...defaults.labels, ...props.labels, ...selector };
  const annotations = { ...defaults.annotations, ...props.annotations };
  return {
    name,
    shortName,
    selector,
    nameOf: (asked) => (asked === undefined ? name : `${defaults.namePrefix}${asked}`),
    podMetadata: compact({
      labels: podLabels(scope, selector, defaults.labels, props.labels, props.podLabels),
      annotations: props.podAnnotations && { ...props.podAnnotations },
    }),
    metadata: (asked: ObjectMeta = {}) =>
      compact({
        name: asked.name ?? name,
        namespace: defaults.namespace,
        labels: { ...labels, ...asked.labels },
        annotations: someLabels({ ...annotations, ...asked.annotations }),
      }),
  };
}
