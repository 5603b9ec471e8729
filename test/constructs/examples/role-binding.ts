import type { Chart } from 'cdk8s';
import { RoleBinding } from '../../../src/constructs/role-binding';

/** The example of the doc comment of `RoleBinding`; a test compares the two. */
export function example(chart: Chart): void {
  new RoleBinding(chart, 'viewers', { role: { clusterRole: 'view' }, subjects: [{ group: 'support' }] });
}
