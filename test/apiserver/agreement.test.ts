import { kubernetesMinors } from '../../src/engine/index';
import { agreementOf, isBuilt } from './agreement';

// What a real API server of the same release answered is kept beside the cases; `npm run test:apiserver` asks it anew.
describe.each(kubernetesMinors)('the engine of Kubernetes %s', (minor) => {
  const whereBuilt = isBuilt(minor) ? it : it.skip;

  whereBuilt.each(['creates', 'updates'] as const)(
    'answers all %s as the API server does: verdict, status, fields, texts and warnings',
    (name) => {
      const { cases, refused, disagreements } = agreementOf(minor, name);

      expect(disagreements.slice(0, 5)).toEqual([]);
      expect(disagreements).toHaveLength(0);
      // A corpus that is all valid or all refused would prove little.
      expect(cases).toBeGreaterThan(name === 'creates' ? 3000 : 600);
      expect(refused).toBeGreaterThan(cases / 4);
      expect(refused).toBeLessThan((cases * 19) / 20);
    },
    120_000,
  );
});
