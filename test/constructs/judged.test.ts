import { Chart } from 'cdk8s';
import fc from 'fast-check';
import { App } from '../../src/app';
import { inspect } from '../../src/build';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { NginxWithBackendDeployment } from '../../src/constructs/nginx-with-backend-deployment';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';
import { WebDeployment } from '../../src/constructs/web-deployment';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import { kubernetesMinors } from '../../src/engine/artefact';
import type { KubernetesMinor } from '../../src/engine/artefact';
import { names, webDeploymentProps } from './arbitrary-props';

/** What the API server's own code says to the objects of a chart, in a namespace that enforces the standard `restricted`. */
function judge(kubernetes: KubernetesMinor, fill: (chart: Chart) => void): readonly string[] {
  const app = new App({ kubernetes, podSecurity: 'restricted' });
  fill(new Chart(app, 'chart', { namespace: 'shop' }));
  const { problems } = inspect(app, app.judging);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

describe('what the constructs make', () => {
  describe.each(kubernetesMinors)('is taken by Kubernetes %s', (kubernetes) => {
    test('whatever valid props a WebDeployment is given', () => {
      fc.assert(
        fc.property(names, webDeploymentProps, (name, props) => {
          fc.pre(props.sidecars?.[name] === undefined);
          const restricted = { ...props, profile: 'restricted' } as WebDeploymentProps;
          expect(judge(kubernetes, (chart) => void new WebDeployment(chart, name, restricted))).toEqual([]);
        }),
        { numRuns: 60, seed: 2027 },
      );
    });

    test('as they come, in a namespace that is restricted', () => {
      const errors = judge(kubernetes, (chart) => {
        const image = 'ghcr.io/example/web:1';
        new WebDeployment(chart, 'web', { image, ports: { http: 8080 }, autoscaling: { maxReplicas: 3 } });
        new ConfiguredApp(chart, 'app', {
          image,
          settings: { data: { LEVEL: 'info' } },
          secrets: { login: { name: 'login', keys: ['password'] } },
        });
        new NginxWithBackendPod(chart, 'pod', { backend: { image, ports: { app: 8080 } } });
        new NginxWithBackendDeployment(chart, 'pair', { backend: { image, ports: { app: 8080 } } });
      });
      expect(errors).toEqual([]);
    });
  });
});
