import type { Chart } from 'cdk8s';
import * as api from '../../../src/api/api';
import { Role } from '../../../src/constructs/role';
import { ServiceAccount } from '../../../src/constructs/service-account';
import { WebDeployment } from '../../../src/constructs/web-deployment';
import { grant } from '../../../src/constructs/tenancy/grant';

/** The example of the doc comment of `ServiceAccount`; a test compares the two. */
export function example(chart: Chart): void {
  const account = new ServiceAccount(chart, 'reporter');
  new WebDeployment(chart, 'reports', {
    image: 'registry.example.com/reports:2.0.0',
    serviceAccountName: account,
    automountServiceAccountToken: true,
  });
  new Role(chart, 'pod-reader', { rules: [grant(api.pods, 'get', 'list', 'watch')], subjects: [account] });
}
