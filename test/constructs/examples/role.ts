import type { Chart } from 'cdk8s';
import * as api from '../../../src/api/api';
import { Role } from '../../../src/constructs/role';
import { WebDeployment } from '../../../src/constructs/web-deployment';
import { grant } from '../../../src/constructs/tenancy/grant';

/** The example of the doc comment of `Role`; a test compares the two. */
export function example(chart: Chart): void {
  const agent = new WebDeployment(chart, 'agent', {
    image: 'registry.example.com/agent:1.0.0',
    serviceAccount: true,
    automountServiceAccountToken: true,
  });
  new Role(chart, 'pod-reader', {
    rules: [grant(api.pods, 'get', 'list', 'watch'), grant(api.named(api.configMaps, 'settings'), 'get')],
    subjects: [agent],
  });
  // grant(api.podLog, 'list') does not compile: logs can be got, and nothing else
}
