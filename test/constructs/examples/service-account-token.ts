import type { Chart } from 'cdk8s';
import { ServiceAccountToken } from '../../../src/constructs/service-account-token';

/** The example of the doc comment of `ServiceAccountToken`; a test compares the two. */
export function example(chart: Chart): void {
  const token = new ServiceAccountToken(chart, 'builder-token', { serviceAccountName: 'builder' });
  token.key('token'); // keys: token, ca.crt, namespace
}
