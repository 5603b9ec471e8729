import { k8s } from 'cdk8s-plus-27';
import { plain } from '../../src/api/plain';

test('classes become their values and fields get the names of the API', () => {
  const spec: k8s.PodSpec = {
    hostPid: true,
    hostname: undefined,
    containers: [
      {
        name: 'web',
        resources: { limits: { memory: k8s.Quantity.fromString('1Gi'), cpu: k8s.Quantity.fromNumber(2) } },
        readinessProbe: {
          httpGet: { port: k8s.IntOrString.fromString('http'), httpHeaders: [{ name: 'a', value: 'b' }] },
        },
      },
    ],
    volumes: [{ name: 'info', downwardApi: { items: [] } }],
  };
  expect(plain(spec)).toStrictEqual({
    hostPID: true,
    containers: [
      {
        name: 'web',
        resources: { limits: { memory: '1Gi', cpu: 2 } },
        readinessProbe: { httpGet: { port: 'http', httpHeaders: [{ name: 'a', value: 'b' }] } },
      },
    ],
    volumes: [{ name: 'info', downwardAPI: { items: [] } }],
  });
});

test('dates become text', () => {
  expect(plain({ creationTimestamp: new Date(0) })).toEqual({ creationTimestamp: '1970-01-01T00:00:00.000Z' });
});
