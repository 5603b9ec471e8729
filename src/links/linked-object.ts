import type { KubernetesObject } from '../manifest/manifest';
import type { ObjectIdentity } from '../problems/problem';

/** What links are read off: a `Manifest` of an app, or an object that was read from a file. */
export interface LinkedObject {
  /** The object as data; undefined where it cannot be read: it then has no links of its own. */
  readonly object: KubernetesObject | undefined;
  /** Which object it is. */
  readonly identity: ObjectIdentity;
  /**
   * The chart that the object belongs to. Charts that define one object twice are taken for the same application in several
   * clusters, so that the selectors of one do not reach into the other.
   * @default - all objects without a chart are for one cluster
   */
  readonly origin?: { readonly chart: string };
}
