import { setDefaults } from '../../src/constructs/scope-defaults';
import { kubernetesMinors } from '../../src/engine/artefact';
import { workloads } from '../linters/workloads';
import { judgeChart } from './judge-chart';

describe.each(kubernetesMinors)('what is hardened is taken by Kubernetes %s', (kubernetes) => {
  test.each(workloads.map(({ name, hardened }) => ({ name, hardened })))('$name', ({ hardened }) => {
    const refused = judgeChart(kubernetes, (chart) => {
      setDefaults(chart, { hardened: true });
      hardened(chart);
    });
    expect(refused).toEqual([]);
  });
});
