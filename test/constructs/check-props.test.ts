import { Construct } from 'constructs';
import { ConfigMap } from '../../src/constructs/config-map';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { Ingress } from '../../src/constructs/ingress';
import { Job } from '../../src/constructs/job';
import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { Role } from '../../src/constructs/role';
import { Secret } from '../../src/constructs/secret';
import { WebDeployment } from '../../src/constructs/web-deployment';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import { chart, kinds, refusalOf } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';

/** What a WebDeployment says to props as JavaScript may give them. */
const refusal = (props: unknown): string => refusalOf(() => new WebDeployment(chart(), 'web', props as never));
const withImage = (props: object): string => refusal({ image, ports: { http: 8080 }, ...props });

describe('where there is no compiler', () => {
  test('a misspelt prop is refused with the nearest there is', () => {
    expect(withImage({ replica: 3 })).toBe(
      'test/web: replica is no prop of it; allowed: replicas. To fix it, write replicas.',
    );
    expect(withImage({ readinessProbe: { httpGet: { path: '/' }, initialDelay: 3 } })).toBe(
      'test/web: readinessProbe.initialDelay is no prop of it; allowed: initialDelaySeconds. To fix it, write initialDelaySeconds.',
    );
    expect(withImage({ tolerations: [{ key: 'spot', efect: 'NoSchedule' }] })).toContain(
      'tolerations[0].efect is no prop of it; allowed: effect.',
    );
  });

  test('a field like no other is refused inside of a prop', () => {
    expect(withImage({ ports: { http: { containerPort: 8080, public: true } } })).toContain(
      'ports.http.public is no prop',
    );
    expect(withImage({ readinessProbe: { httpGet: { path: '/', quux: 1 } } })).toContain(
      'readinessProbe.httpGet.quux is no prop of it; allowed: host, httpHeaders, path, port or scheme.',
    );
  });

  test('a construct that extends ours passes on all of its props', () => {
    type TeamProps = WebDeploymentProps<'http'> & {
      readonly team: string;
      readonly host: string;
      readonly costCentre: number;
    };
    class Team extends WebDeployment<'http'> {
      constructor(scope: Construct, id: string, props: TeamProps) {
        super(scope, id, props);
      }
    }
    const props = { image, ports: { http: 8080 }, team: 'shop', host: 'shop.example.com', costCentre: 7 };
    expect(() => new Team(chart(), 'web', props)).not.toThrow();
  });

  test('no props at all', () => {
    expect(refusal(undefined)).toBe(
      'test/web: props is undefined; allowed: an object. To fix it, write the props of WebDeployment in braces.',
    );
    expect(refusal([])).toContain('props is an empty list; allowed: an object');
  });

  test.each([
    [{ command: 'serve' }, 'command is "serve"; allowed: a list of texts. To fix it, put it in brackets.'],
    [{ args: ['-p', 8080] }, 'args[1] is 8080; allowed: text. To fix it, write it as text, in quotes.'],
    [{ hostNetwork: 'true' }, 'hostNetwork is "true"; allowed: true or false. To fix it, write it without quotes.'],
    [{ priority: '5' }, 'priority is "5"; allowed: a number. To fix it, write it as a number, without quotes.'],
    [{ nodeSelector: null }, 'nodeSelector is null; allowed: an object. To fix it, leave it out.'],
    [{ nodeSelector: new Map() }, 'nodeSelector is a Map; allowed: an object. To fix it, write such a value.'],
    [{ imagePullPolicy: 'always' }, 'imagePullPolicy is "always"; allowed: "Always", "IfNotPresent" or "Never".'],
    [{ service: 'front' }, 'service is "front"; allowed: false or an object. To fix it, write such a value.'],
    [
      { volumeMounts: [{ mountPath: '/a', volume: {} }] },
      'volumeMounts[0].volume is an empty object; allowed: a Volume.',
    ],
    [
      { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone' }] },
      'topologySpreadConstraints[0].whenUnsatisfiable is left out; allowed: text. To fix it, add it.',
    ],
    [{ overrides: 5 }, 'overrides is 5; allowed: an object.'],
    [{ ingress: Promise.resolve({}) }, 'ingress is a Promise; allowed: an object.'],
  ])('%j', (props, message) => {
    expect(withImage(props)).toContain(`test/web: ${message}`);
  });

  test('one of several objects must be one of them', () => {
    const make = (source: object): unknown =>
      new PersistentVolume(chart(), 'disk', { capacity: '1Gi', accessModes: ['ReadWriteOnce'], source } as never);
    expect(refusalOf(() => make({ nfs: { server: 'a' } }))).toContain('source.nfs.path is left out; allowed: text');
    const claims = { data: { storage: '1Gi' } };
    expect(refusalOf(() => new Ingress(chart(), 'way', { backend: {}, claims } as never))).toContain(
      'test/way: backend',
    );
    const subjects = [{ account: 'a' }];
    expect(refusalOf(() => new Role(chart(), 'role', { rules: [], subjects } as never))).toContain('subjects[0]');
  });
});

test('what a construct refuses itself, it says in its own words', () => {
  expect(refusalOf(() => new Secret(chart(), 'a', { data: { a: 'b' } } as never))).toContain('plainText');
  expect(withImage({ replicas: '3' })).toContain('allowed: a whole number from 0 up');
  const target = { name: 'web' };
  const autoscaler = () => new HorizontalPodAutoscaler(chart(), 'a', { target, maxReplicas: 3 } as never);
  expect(refusalOf(autoscaler)).toContain('target is an object with name');
});

test('the scope is left as it was, so that the next try can have the id', () => {
  const scope = chart();
  expect(refusalOf(() => new Job(scope, 'a', { image, comand: ['a'] } as never))).toContain('allowed: command');
  expect(() => new Job(scope, 'a', { image, command: ['a'] })).not.toThrow();
  expect(kinds(scope)).toEqual(['Job']);
});

test('what is left out may be undefined, and props may come from a class', () => {
  class Settings {
    readonly data = { LEVEL: 'info' };
    readonly note = 'of the class';
  }
  expect(() => new ConfigMap(chart(), 'a', new Settings())).not.toThrow();
  expect(() => new WebDeployment(chart(), 'a', { image, replicas: undefined, env: undefined })).not.toThrow();
});

test('a construct of one’s own passes on what is ours', () => {
  type TeamProps = WebDeploymentProps<'http'> & { readonly team: string };
  class Shop extends Construct {
    constructor(scope: Construct, id: string, { team, ...props }: TeamProps) {
      super(scope, id);
      new ConfiguredApp(this, 'app', { ...props, labels: { team } } as never);
    }
  }
  const scope = chart();
  new Shop(scope, 'shop', { team: 'a', image, ports: { http: 8080 } });
  expect(kinds(scope)).toEqual(['Deployment', 'Service']);
});
