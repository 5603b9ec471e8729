import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { mark, recordsOrigin } from '../problems/origin-marks';
import type { kplus } from './pod/kplus';

/** A construct that is one object of the API, and what cdk8s-plus-27 asks of one. */
export abstract class SingleObject extends Construct implements kplus.IResource {
  /** The object. */
  abstract readonly object: ApiObject;
  /** Plural of the kind, as RBAC names it. */
  abstract readonly resourceType: string;

  /** Name of the object, as in `metadata.name`. */
  get name(): string {
    return this.object.name;
  }

  /** Namespace of the object; `undefined` when it has none, or whoever applies it says. */
  get namespace(): string | undefined {
    return this.object.metadata.namespace;
  }

  /** API group and version of the object. */
  get apiVersion(): string {
    return this.object.apiVersion;
  }

  /** API group of the object; `''` for the core group. */
  get apiGroup(): string {
    return this.object.apiGroup === 'core' ? '' : this.object.apiGroup;
  }

  /** Kind of the object. */
  get kind(): string {
    return this.object.kind;
  }

  /** Name of the object, for kplus' permissions. */
  get resourceName(): string {
    return this.name;
  }
}
mark(SingleObject, recordsOrigin);
