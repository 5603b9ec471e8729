import { App, Chart } from 'cdk8s';
import { build } from '../../../src/index';
import { TeamService } from './team-service';

const image = 'ghcr.io/example/cart:3.1.0';

test('a service belongs to a team, and nobody reaches it who was not named', () => {
  const app = new App();
  new TeamService(new Chart(app, 'shop'), 'cart', { team: 'checkout', image, ports: { http: 8080 } });
  const { manifests, problems } = build(app);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(manifests.map(({ object }) => object)).toMatchObject([
    { kind: 'Deployment', metadata: { labels: { 'example.com/team': 'checkout' } } },
    { kind: 'Service' },
    { kind: 'PodDisruptionBudget' },
    { kind: 'NetworkPolicy', spec: { policyTypes: ['Ingress'] } },
  ]);
});

test('a team that is not in the directory is refused', () => {
  const chart = new Chart(new App(), 'shop');
  expect(() => new TeamService(chart, 'cart', { team: 'Checkout!', image })).toThrow(
    'shop/cart: team is "Checkout!"; allowed: lower-case letters. To fix it, write it as in the directory.',
  );
});
