import { Place } from './place';

/**
 * The place of a value that no construct holds yet.
 *
 * @param name What messages call it, such as `SecretReference`.
 */
export function outside(name: string): Place {
  return new Place({ node: { path: name } });
}
