import type { Chart } from 'cdk8s';
import { Pod } from '../../../src/constructs/pod';

/** The example of the doc comment of `Pod`; a test compares the two. */
export function example(chart: Chart): void {
  const pod = new Pod(chart, 'mail', {
    image: 'registry.example.com/mail:2.0.1',
    ports: { smtp: 2525 },
    initContainers: { rules: { image: 'registry.example.com/mail:2.0.1', args: ['compile-rules'] } },
    restartPolicy: 'OnFailure',
  });
  pod.port('smtp'); // { containerPort: 2525, … }; pod.port('smpt') does not compile
}
