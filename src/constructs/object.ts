import { ApiObject } from 'cdk8s';
import type { ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterScopedKinds } from '../api/cluster-scoped';
import type { ObjectMeta } from '../api/kubernetes';
import { mergeSpec } from './merge-spec';
import type { Patch } from '../api/patch';
import { inheritsOrigin, mark } from '../problems/origin-marks';

/** An object that one of our constructs makes when it is made itself. */
class InnerObject extends ApiObject {}
mark(InnerObject, inheritsOrigin);

/** An API object as plain data. */
interface PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ObjectMeta;
}

/**
 * Puts an object into the tree as a plain `ApiObject`, so that JSON patches lose nothing, with overrides merged in.
 *
 * @param id Id of the child, such as `deployment`.
 * @param override What to change in the object; see docs/decisions/overrides.md.
 * @throws {PropsError} for an override that names a field which the API does not have
 */
export function defineObject<T extends PlainObject>(
  scope: Construct,
  id: string,
  object: T,
  override?: Patch<T>,
): ApiObject {
  const merged = override === undefined ? object : mergeSpec(scope, `overrides.${id}`, object, override);
  const made = new InnerObject(scope, id, merged as unknown as ApiObjectProps);
  if (clusterScopedKinds.has(object.kind)) removeNamespace(made);
  return made;
}

/** cdk8s puts the namespace of the chart into every object, also into those of the cluster, which have none. */
function removeNamespace(object: ApiObject): void {
  Object.defineProperty(object.metadata, 'namespace', { value: undefined });
}
