import { fieldsOf } from '../../src/api/field-types';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { everyProp } from './everything';
import { chart, printed, rendered } from './synth-one';

const { serviceAccountName: _named, ...ownAccount } = everyProp;
const make = () => {
  const target = chart({ namespace: 'shop' });
  const web = new WebDeployment(target, 'web', {
    ...ownAccount,
    replicas: 2,
    strategy: 'RollingUpdate',
    maxSurge: 1,
    maxUnavailable: 0,
  });
  return { target, web };
};

/** The fields of a type of the API that an object lacks. */
const lacking = (type: string, object: object): readonly string[] =>
  [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();

test('with every prop, every field of the API is there but those that a workload cannot have', () => {
  const { web } = make();
  const spec = rendered(web.deployment).spec;
  const pod = spec.template.spec;
  expect(lacking('DeploymentSpec', spec)).toEqual([]);
  // Deadline and restarts are not a Deployment's to choose; ephemeral containers are added to running Pods only; and
  // `serviceAccount` is the old name of `serviceAccountName`.
  expect(lacking('PodSpec', pod)).toEqual([
    'activeDeadlineSeconds',
    'ephemeralContainers',
    'restartPolicy',
    'serviceAccount',
  ]);
  // When one container of several ends is the Pod's to say; the override can.
  expect(lacking('Container', pod.containers[0])).toEqual(['restartPolicy', 'restartPolicyRules']);
  expect(lacking('SecurityContext', pod.containers[0].securityContext)).toEqual(['windowsOptions']);
  expect(lacking('ContainerPort', pod.containers[0].ports[0])).toEqual([]);
  // `externalName` is another type of Service; the address was taken out by the override.
  expect(lacking('ServiceSpec', rendered(web.service).spec)).toEqual(['externalName', 'loadBalancerIP']);
  expect(lacking('ServicePort', rendered(web.service).spec.ports[0])).toEqual([]);
  expect(lacking('NetworkPolicySpec', rendered(web.networkPolicy).spec)).toEqual([]);
});

test('and it is the same on every print', () => {
  const { target } = make();
  expect(printed(target)).toBe(printed(target));
  expect(printed(target)).toBe(printed(make().target));
});
