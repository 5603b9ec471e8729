import type { Chart } from 'cdk8s';
import { Namespace } from '../../../src/constructs/namespace';

/** The example of the doc comment of `Namespace`; a test compares the two. */
export function example(chart: Chart): void {
  new Namespace(chart, 'team-a', {
    quota: { hard: { 'requests.cpu': 8, 'requests.memory': '16Gi', pods: 40 } },
    limits: { container: { defaultRequest: { cpu: '100m', memory: '64Mi' } } },
    denyTraffic: 'ingress',
  });
}
