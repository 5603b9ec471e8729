import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Patch } from '../../api/patch';
import { defineObject } from '../object';
import type { Place } from '../place';
import type { Identity } from './identity';

/** What each object of a workload takes from it. */
export interface WorkloadContext {
  /** The construct that the objects are children of. */
  readonly construct: Construct;
  /** Where its props stand. */
  readonly place: Place;
  readonly identity: Identity;
  /** Changes to the objects, by the id of the child. */
  readonly overrides: object | undefined;
}

/**
 * Makes one object of a workload, with its override merged in.
 *
 * @param id Id of the child, such as `deployment`.
 * @throws {PropsError} for an override that names a field which the API does not have
 */
export function defineChild<T extends Parameters<typeof defineObject>[2]>(
  { construct, overrides }: WorkloadContext,
  id: string,
  object: T,
): ApiObject {
  return defineObject(construct, id, object, (overrides as Readonly<Record<string, Patch<T>>> | undefined)?.[id]);
}

/**
 * Refuses an override for an object that is not there: it would be lost without a word. Called when all are.
 *
 * @throws {PropsError} naming those that are there
 */
export function checkOverrides({ construct, overrides, place }: WorkloadContext): void {
  if (!overrides) return;
  const made = construct.node.children.map(({ node }) => node.id);
  for (const [child, override] of Object.entries(overrides)) {
    if (override !== undefined) place.at('overrides').oneOf(child, made);
  }
}
