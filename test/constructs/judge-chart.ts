import { Chart } from 'cdk8s';
import { App } from '../../src/app';
import { inspect } from '../../src/build';
import type { KubernetesMinor } from '../../src/engine/artefact';

/** What the API server's own code says to the objects of a chart, in a namespace that enforces the standard `restricted`. */
export function judgeChart(kubernetes: KubernetesMinor, fill: (chart: Chart) => void): readonly string[] {
  const app = new App({ kubernetes, podSecurity: 'restricted' });
  fill(new Chart(app, 'chart', { namespace: 'shop' }));
  const { problems } = inspect(app, app.judging);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}
