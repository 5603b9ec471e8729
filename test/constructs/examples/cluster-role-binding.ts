import type { Chart } from 'cdk8s';
import { ClusterRoleBinding } from '../../../src/constructs/cluster-role-binding';

/** The example of the doc comment of `ClusterRoleBinding`; a test compares the two. */
export function example(chart: Chart): void {
  new ClusterRoleBinding(chart, 'auditors', { role: { clusterRole: 'view' }, subjects: [{ group: 'auditors' }] });
}
