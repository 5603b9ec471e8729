import type { Chart } from 'cdk8s';
import * as api from '../../../src/api/api';
import { ClusterRole } from '../../../src/constructs/cluster-role';
import { ServiceAccount } from '../../../src/constructs/service-account';
import { grant, grantUrls } from '../../../src/constructs/tenancy/grant';

/** The example of the doc comment of `ClusterRole`; a test compares the two. */
export function example(chart: Chart): void {
  const account = new ServiceAccount(chart, 'collector');
  new ClusterRole(chart, 'node-metrics', {
    rules: [grant(api.nodeMetricsEndpoint, 'get'), grantUrls(['/metrics'], 'get')],
    subjects: [account],
  });
}
