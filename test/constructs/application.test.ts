import { Application } from '../../src/constructs/application';
import type { ApplicationProps } from '../../src/constructs/application-props';
import { cron } from '../../src/constructs/job/cron';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { kubernetesMinors } from '../../src/engine/artefact';
import { judgeChart } from './judge-chart';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';
const shop = () => chart({ namespace: 'shop' });

const everything = {
  image,
  name: 'store',
  labels: { team: 'a' },
  settings: { data: { LEVEL: 'info' } },
  secrets: { login: { name: 'login', keys: ['password'], env: { PASSWORD: 'password' } } },
  web: { ports: { http: 8080 }, replicas: 2, env: { LEVEL: 'debug' }, ingress: { host: 'shop.example.com' } },
  workers: { mail: { args: ['mail'], image: 'registry.example.com/mail:1' }, index: { args: ['index'] } },
  schedules: { report: { schedule: cron.daily({ hour: 3 }), args: ['report'] } },
  database: {
    image: 'registry.example.com/postgres:16.4',
    ports: { postgres: 5432 },
    claims: { data: { storage: '10Gi', mountPath: '/var/lib/postgresql' } },
    address: { host: 'DATABASE_HOST', port: 'DATABASE_PORT' },
  },
  overrides: { configMap: { data: { MORE: 'a' } } },
} as const satisfies Required<ApplicationProps>;

const container = (object: ReturnType<typeof rendered>) => {
  const { spec } = object;
  return (spec.jobTemplate?.spec ?? spec).template.spec.containers[0];
};
const variables = (object: ReturnType<typeof rendered>): readonly string[] =>
  container(object).env.map(({ name }: { readonly name: string }) => name);

describe('an Application', () => {
  test('makes its parts, each with a name of its own, all of one application', () => {
    const target = shop();
    const { web, workers, schedules, database, configMap } = new Application(target, 'app', everything);
    expect(kinds(target)).toEqual([
      'ConfigMap',
      'Deployment',
      'Service',
      'Ingress',
      'Deployment',
      'Deployment',
      'CronJob',
      'StatefulSet',
      'Service',
      'NetworkPolicy',
    ]);
    const objects = [web.deployment, workers.mail.deployment, workers.index.deployment, schedules.report.object].map(
      rendered,
    );
    expect(objects.map(({ metadata }) => metadata.name)).toEqual([
      'store',
      'store-mail',
      'store-index',
      'store-report',
    ]);
    for (const { metadata } of [...objects, rendered(database!.statefulSet), rendered(configMap)]) {
      expect(metadata.labels).toMatchObject({ team: 'a', 'app.kubernetes.io/name': 'store' });
    }
  });

  test('says image, settings, Secrets and the address of the data once', () => {
    const { web, workers, schedules } = new Application(shop(), 'app', everything);
    const parts = [web.deployment, workers.mail.deployment, schedules.report.object].map(rendered);
    expect(parts.map((part) => container(part).image)).toEqual([image, 'registry.example.com/mail:1', image]);
    for (const part of parts) {
      expect(variables(part)).toEqual(expect.arrayContaining(['LEVEL', 'PASSWORD', 'DATABASE_HOST', 'DATABASE_PORT']));
    }
    // What a part says itself wins.
    expect(container(parts[0]).env.find(({ name }: { readonly name: string }) => name === 'LEVEL').value).toBe('debug');
    expect(container(parts[1]).env).toEqual(
      expect.arrayContaining([
        { name: 'DATABASE_HOST', value: 'store-database' },
        { name: 'DATABASE_PORT', value: '5432' },
      ]),
    );
  });

  test('rolls what runs on when the settings change, and not what starts anew anyway', () => {
    const { web, workers, schedules } = new Application(shop(), 'app', everything);
    const hashOf = (object: ReturnType<typeof rendered>) =>
      (object.spec.jobTemplate?.spec ?? object.spec).template.metadata.annotations?.['checksum/config'];
    expect(hashOf(rendered(web.deployment))).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(rendered(workers.mail.deployment))).toBe(hashOf(rendered(web.deployment)));
    expect(hashOf(rendered(schedules.report.object))).toBeUndefined();
  });

  test('lets nobody but its parts reach the data, unless told otherwise', () => {
    const { database } = new Application(shop(), 'app', everything);
    const { spec } = rendered(database!.networkPolicy);
    const from = spec.ingress[0].from.map(
      ({ podSelector }: { readonly podSelector: { readonly matchLabels: Record<string, string> } }) =>
        podSelector.matchLabels['app.kubernetes.io/instance'],
    );
    expect(from).toEqual(['store', 'store-mail', 'store-index', 'store-report']);
    const open = {
      ...everything,
      database: { ...everything.database, networkPolicy: { allowFrom: [{ podSelector: {} }] } },
    };
    expect(rendered(new Application(shop(), 'app', open).database!.networkPolicy).spec.ingress[0].from).toEqual([
      { podSelector: {} },
    ]);
  });

  test('needs no more than something that answers requests', () => {
    const target = shop();
    const app = new Application(target, 'app', { image, web: { ports: { http: 8080 } } });
    expect(kinds(target)).toEqual(['Deployment', 'Service']);
    expect(app.database).toBeUndefined();
    expect(container(rendered(app.web.deployment)).env).toBeUndefined();
  });

  test('takes the prefix of its scope everywhere', () => {
    const target = shop();
    setDefaults(target, { namePrefix: 'test-' });
    const { web, database, settings } = new Application(target, 'app', everything);
    expect(settings.name).toBe('test-store');
    const host = container(rendered(web.deployment)).env.find(
      ({ name }: { readonly name: string }) => name === 'DATABASE_HOST',
    );
    expect(host.value).toBe('test-store-database');
    expect(rendered(database!.headlessService).metadata.name).toBe('test-store-database');
  });

  test('prints the same twice', () => {
    const [one, two] = [shop(), shop()];
    for (const target of [one, two]) new Application(target, 'app', everything);
    expect(printed(one)).toBe(printed(one));
    expect(printed(two)).toBe(printed(one));
  });

  test.each(kubernetesMinors)('is taken by Kubernetes %s in a restricted namespace', (kubernetes) => {
    expect(judgeChart(kubernetes, (target) => void new Application(target, 'app', everything))).toEqual([]);
  });
});

describe('an Application is refused', () => {
  test('with a name that leaves no room for its parts', () => {
    expect(refusalOf(() => new Application(shop(), 'a'.repeat(41), { image, web: {} }))).toMatchInlineSnapshot(
      `"test/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: id is 41 characters long; allowed: at most 40: the names of the parts begin with it. To fix it, shorten it."`,
    );
  });

  test('with an address of one of several ports', () => {
    const database = { ...everything.database, ports: { postgres: 5432, metrics: 9187 } };
    expect(refusalOf(() => new Application(shop(), 'app', { ...everything, database }))).toMatchInlineSnapshot(
      `"test/app: database.address.of is left out, of 2 ports; allowed: the only port of the database, or one named here. To fix it, write one of postgres, metrics."`,
    );
  });

  test('with an override for a ConfigMap that there is not', () => {
    const props = { image, web: {}, overrides: { configMap: { data: { A: 'b' } } } };
    expect(refusalOf(() => new Application(shop(), 'app', props))).toMatchInlineSnapshot(
      `"test/app: overrides is "configMap"; allowed: nothing: none is declared. To fix it, choose one of these."`,
    );
  });

  test('with a Secret that has a value', () => {
    const secrets = { login: { name: 'login', keys: ['password'], data: { password: 'hunter2' } } };
    const message = refusalOf(() => new Application(shop(), 'app', { image, web: {}, secrets: secrets as never }));
    expect(message).toContain('secrets.login.data');
    expect(message).not.toContain('hunter2');
  });
});

/** What must not compile; the function is never called. */
function neverCalled(): void {
  const app = new Application(shop(), 'app', everything);
  void app.workers.mail;
  void app.web.port('http');
  void app.settings.key('LEVEL');
  // @ts-expect-error: no such worker
  void app.workers.mial;
  // @ts-expect-error: no such port
  void app.web.port('htpp');
  // @ts-expect-error: no such setting
  void app.settings.key('LEVLE');
  // @ts-expect-error: replicas and an autoscaler exclude each other
  new Application(shop(), 'other', { image, web: { replicas: 1, autoscaling: { maxReplicas: 3 } } });
}

test('what must not compile does not', () => {
  expect(typeof neverCalled).toBe('function');
});
