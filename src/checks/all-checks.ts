import type { Check } from './check';
import { uniqueIdentity } from './unique-identity';
import type { Manifest } from '../manifest/manifest';
import type { Problem } from '../problems/problem';

/** Every check, in the order in which their findings are reported. */
const allChecks: readonly Check[] = [uniqueIdentity];

/** Runs every check. */
export function check(manifests: readonly Manifest[]): readonly Problem[] {
  return allChecks.flatMap((run) => run(manifests));
}
