import type { Chart } from 'cdk8s';
import { NodeAgent } from '../../../src/constructs/node-agent';

/** The example of the doc comment of `NodeAgent`; a test compares the two. */
export function example(chart: Chart): void {
  new NodeAgent(chart, 'logs', {
    image: 'registry.example.com/logs:3.1.0',
    ports: { metrics: 2020 },
    tolerate: ['controlPlane'],
    hostPaths: { '/var/log': {}, '/var/lib/logs': { readOnly: false, type: 'DirectoryOrCreate' } },
    securityContext: { runAsUser: 0, runAsNonRoot: false },
    maxUnavailable: '10%',
    serviceAccount: true,
  });
  // its podSecurity is 'privileged': the level that the namespace must allow
}
