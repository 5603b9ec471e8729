import type { Chart } from 'cdk8s';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chart, kinds } from './synth-one';

/** What the example of each construct makes, by the name of its file. */
const made: Readonly<Record<string, readonly string[]>> = {
  application: [
    'ConfigMap',
    'Deployment',
    'Service',
    'Ingress',
    'Deployment',
    'CronJob',
    'StatefulSet',
    'Service',
    'NetworkPolicy',
  ],
  'cluster-role': ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding'],
  'cluster-role-binding': ['ClusterRoleBinding'],
  'config-map': ['ConfigMap', 'Deployment'],
  'configured-app': ['ConfigMap', 'Deployment', 'Service'],
  'cron-job': ['CronJob'],
  'debug-pod': ['Deployment', 'NetworkPolicy', 'Pod'],
  'default-deny': ['NetworkPolicy'],
  'grpc-route': ['Deployment', 'Service', 'GRPCRoute'],
  'horizontal-pod-autoscaler': ['Deployment', 'HorizontalPodAutoscaler'],
  'http-route': ['Deployment', 'Service', 'Deployment', 'Service', 'HTTPRoute'],
  ingress: ['Deployment', 'Service', 'Deployment', 'Service', 'Ingress'],
  job: ['Job'],
  'limit-range': ['LimitRange'],
  namespace: ['Namespace', 'ResourceQuota', 'LimitRange', 'NetworkPolicy'],
  'network-policy': ['Deployment', 'Service', 'Deployment', 'Service', 'NetworkPolicy'],
  'node-agent': ['DaemonSet', 'ServiceAccount'],
  'persistent-volume': ['PersistentVolume', 'PersistentVolumeClaim'],
  'persistent-volume-claim': ['PersistentVolumeClaim', 'Deployment'],
  pod: ['Pod'],
  'pod-disruption-budget': ['Deployment', 'PodDisruptionBudget'],
  'priority-class': ['PriorityClass', 'Deployment'],
  'replica-set': ['ReplicaSet'],
  'resource-quota': ['ResourceQuota'],
  role: ['Deployment', 'ServiceAccount', 'Role', 'RoleBinding'],
  'role-binding': ['RoleBinding'],
  secret: ['Deployment', 'Service', 'Ingress'],
  service: ['Deployment', 'Service', 'Service'],
  'service-account': ['ServiceAccount', 'Deployment', 'Role', 'RoleBinding'],
  'service-account-token': ['Secret'],
  'stateful-app': ['StatefulSet', 'Service', 'PodDisruptionBudget'],
  'storage-class': ['StorageClass', 'PersistentVolumeClaim'],
  'web-deployment': ['Deployment', 'Service', 'Ingress'],
  worker: ['Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'NetworkPolicy'],
};

const examples = readdirSync(join(__dirname, 'examples'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

const read = (...path: readonly string[]): string => readFileSync(join(__dirname, ...path), 'utf8');

/** The lines after `@example` in the doc comment of the class, without its stars. */
function documented(source: string): string {
  const comment = /@example\n((?: \*(?!\/).*\n)*?)(?: \*\n \* @| \*\/\nexport class)/.exec(source)![1]!;
  return comment.replace(/^ \* ?/gm, '').trimEnd();
}

/** The body of the function `example`, without its indentation. */
function exemplified(source: string): string {
  const body = /export function example\(chart: Chart\): void \{\n([\s\S]*?)\n\}\n/.exec(source)![1]!;
  return body.replace(/^ {2}/gm, '');
}

/** Constructs that a package can import, by the files they are in. */
function exportedConstructs(): readonly string[] {
  const index = read('../../src/index.ts');
  return readdirSync(join(__dirname, '../../src/constructs'))
    .filter((file) => file.endsWith('.ts') && index.includes(`from './constructs/${file.slice(0, -'.ts'.length)}'`))
    .filter((file) => /@param id /.test(read('../../src/constructs', file)))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

test('every construct that can be imported has an example, but those whose pages have several', () => {
  const withPages = ['nginx-with-backend-deployment', 'nginx-with-backend-pod'];
  expect(exportedConstructs().filter((name) => !examples.includes(name))).toEqual(withPages);
});

test.each(examples)('the example of %s is compiled and synthesized as it is documented', (name) => {
  expect(documented(read('../../src/constructs', `${name}.ts`))).toBe(exemplified(read('examples', `${name}.ts`)));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { example } = require(`./examples/${name}`) as { readonly example: (chart: Chart) => void };
  const target = chart({ namespace: 'shop' });
  example(target);
  expect(kinds(target)).toEqual(made[name]);
});
