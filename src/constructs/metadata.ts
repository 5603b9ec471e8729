import type { Construct } from 'constructs';
import { clusterScopedKinds } from '../api/cluster-scoped';
import type { ObjectMeta } from '../api/kubernetes';
import type { Flaw } from '../problems/props-error';
import { compact } from './compact';
import { type Labels, checkAnnotations, checkLabels, someLabels } from './labels';
import type { Place } from './place';
import { defaultsOf } from './scope-defaults';

/** How an object that stands alone is named and labelled. */
export interface ObjectProps {
  /**
   * Name of the object.
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Labels of the object.
   * @default - those of the chart and of the scopes around it
   */
  readonly labels?: Labels;
  /**
   * Annotations of the object.
   * @default - those of the scopes around it
   */
  readonly annotations?: Labels;
}

/**
 * Settles the metadata of an object that stands alone: the prefix, labels, annotations and namespace of its scope, and
 * over them what was asked for.
 *
 * @param nameFlaw The rule for the name.
 * @throws {PropsError} for a wrong name, label or annotation
 */
export function settleMetadata(
  scope: Construct,
  place: Place,
  kind: string,
  props: ObjectProps,
  nameFlaw: (name: unknown) => Flaw | undefined,
): ObjectMeta & { readonly name: string } {
  const defaults = defaultsOf(scope);
  const name = `${defaults.namePrefix}${props.name ?? scope.node.id}`;
  (props.name === undefined ? place.at('id') : place.at('name')).check(nameFlaw(name));
  checkLabels(place.at('labels'), props.labels);
  checkAnnotations(place.at('annotations'), props.annotations);
  return compact({
    name,
    namespace: clusterScopedKinds.has(kind) ? undefined : defaults.namespace,
    labels: someLabels({ ...defaults.labels, ...props.labels }),
    annotations: someLabels({ ...defaults.annotations, ...props.annotations }),
  });
}
