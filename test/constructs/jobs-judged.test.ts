import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Yaml } from 'cdk8s';
import fc from 'fast-check';
import { App } from '../../src/app';
import { inspect } from '../../src/build';
import { CronJob } from '../../src/constructs/cron-job';
import { DebugPod } from '../../src/constructs/debug-pod';
import { Job } from '../../src/constructs/job';
import type { JobProps } from '../../src/constructs/job-props';
import { Pod } from '../../src/constructs/pod';
import { kubernetesMinors } from '../../src/engine/artefact';
import type { KubernetesMinor } from '../../src/engine/artefact';
import { openEngine } from '../../src/engine/engine';
import { parseCron } from '../../src/values/cron';
import { testWithKubectl, kubectlCreate } from '../support/kubectl';
import { describeWithEngine } from '../support/with-engine';
import { cronJobProps, debugPodProps, jobNames, jobProps, plainPodProps } from './arbitrary-jobs';
import { chart, printed, rendered } from './synth-one';

const makers = {
  Job: [Job, jobProps],
  CronJob: [CronJob, cronJobProps],
  Pod: [Pod, plainPodProps],
  DebugPod: [DebugPod, debugPodProps],
} as const;

/** What the API server's own code says to the objects of a chart. */
function judge(kubernetes: KubernetesMinor, fill: (chart: Chart) => void): readonly string[] {
  const app = new App({ kubernetes, podSecurity: 'restricted' });
  fill(new Chart(app, 'chart', { namespace: 'shop' }));
  const { problems } = inspect(app, app.judging);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

describe.each(Object.entries(makers))('a %s with whatever valid props', (_kind, [Maker, arbitrary]) => {
  const make = (target: Chart, name: string, props: object): unknown =>
    new (Maker as unknown as typeof Pod)(target, name, { ...props, profile: 'restricted' } as never);
  const any = fc
    .tuple(jobNames, arbitrary as fc.Arbitrary<{ readonly sidecars?: Readonly<Record<string, unknown>> }>)
    .filter(([name, props]) => props.sidecars?.[name] === undefined);

  test('is printed, and again the same', () => {
    fc.assert(
      fc.property(any, ([name, props]) => {
        const [first, second] = [chart(), chart()];
        make(first, name, props);
        make(second, name, props);
        expect(printed(first)).toBe(printed(first));
        expect(printed(first)).toBe(printed(second));
      }),
      { numRuns: 50 },
    );
  });

  describeWithEngine('before the engine', () => {
    test.each(kubernetesMinors)('is taken by Kubernetes %s', (kubernetes) => {
      fc.assert(
        fc.property(any, ([name, props]) => {
          expect(judge(kubernetes, (target) => void make(target, name, props))).toEqual([]);
        }),
        { numRuns: 40, seed: 2027 },
      );
    });
  });
});

describeWithEngine('a schedule', () => {
  const engine = openEngine({ kubernetes: '1.36' });
  const takes = (schedule: string): boolean => {
    const spec = { containers: [{ name: 'a', image: 'a' }], restartPolicy: 'Never' };
    const object = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'a', namespace: 'a' },
      spec: { schedule, jobTemplate: { spec: { template: { spec } } } },
    };
    const { judged, allowed } = engine.review({ operation: 'create', object });
    expect(judged).toBe(true);
    return allowed;
  };
  afterAll(() => engine.close());

  /** A field with numbers that are now and then below or above what it takes. */
  const field = (least: number, most: number, ...names: readonly string[]): fc.Arbitrary<string> => {
    const right = fc.integer({ min: least, max: most }).map(String);
    const wrong = fc.constantFrom(String(least - 1), String(most + 1), 'x');
    const number = fc.oneof(
      { weight: 40, arbitrary: right },
      { weight: 1, arbitrary: wrong },
      { weight: names.length * 3, arbitrary: names.length > 0 ? fc.constantFrom(...names) : right },
    );
    const ascending = fc.tuple(number, number).map((pair) => pair.sort((a, b) => Number(a) - Number(b)).join('-'));
    const base = fc.oneof(fc.constantFrom('*', '?'), number, ascending);
    const step = fc.tuple(base, fc.integer({ min: 0, max: 70 })).map((pair) => pair.join('/'));
    return fc.array(fc.oneof(base, step), { minLength: 1, maxLength: 2 }).map((items) => items.join(','));
  };
  const five = fc
    .tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12, 'JAN', 'dec'), field(0, 6, 'SUN', 'Sat'))
    .map((words) => words.join(' '));
  const plausible = fc.oneof(
    { weight: 20, arbitrary: five },
    fc.tuple(five, field(0, 59)).map((words) => words.join(' ')),
  );
  const macro = fc.constantFrom(
    '@yearly',
    '@annually',
    '@monthly',
    '@weekly',
    '@daily',
    '@midnight',
    '@hourly',
    '@never',
  );
  /** Schedules with a character more or less somewhere. */
  const mistyped = fc
    .tuple(plausible, fc.nat(20), fc.constantFrom(...'+-/,*? \t0a'), fc.boolean())
    .map(([text, at, character, replace]) => text.slice(0, at) + character + text.slice(replace ? at + 1 : at));

  test('of the usual form is taken by the API server exactly when we take it, but for those that never fire', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 20, arbitrary: plausible }, macro), (text) => {
        const { flaw } = parseCron(text);
        fc.pre(flaw === undefined || !flaw.found.includes('never fires'));
        expect([text, flaw === undefined]).toEqual([text, takes(text)]);
        if (flaw === undefined) taken += 1;
      }),
      { numRuns: 600, seed: 2027 },
    );
    expect(taken).toBeGreaterThan(200);
    expect(taken).toBeLessThan(500);
  });

  test('of any form is taken by the API server whenever we take it', () => {
    let taken = 0;
    fc.assert(
      fc.property(mistyped, (text) => {
        if (parseCron(text).flaw !== undefined) return;
        expect([text, takes(text)]).toEqual([text, true]);
        taken += 1;
      }),
      { numRuns: 2000, seed: 2027 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describeWithEngine('the name of a Job that follows its content', () => {
  const image = 'registry.example.com/shop:1';
  const make = (props: object): { readonly name: string; readonly object: object } => {
    const all = { image, nameSuffix: 'content', backoffLimit: 1, parallelism: 1, ...props } as JobProps;
    const { name, object } = new Job(chart({ namespace: 'shop' }), 'migrate', all);
    return {
      name,
      object: { ...(rendered(object) as { metadata: object }), metadata: { name: 'migrate', namespace: 'shop' } },
    };
  };
  const first = make({});

  describe.each(kubernetesMinors)('with Kubernetes %s', (kubernetes) => {
    const engine = openEngine({ kubernetes });
    afterAll(() => engine.close());

    test.each([
      { backoffLimit: 2 },
      { parallelism: 2 },
      { activeDeadlineSeconds: 60 },
      { ttlSecondsAfterFinished: 60 },
      { suspend: true },
      { image: `${image}.1` },
      { args: ['b'] },
      { podLabels: { a: 'b' } },
      { completions: 2 },
      { completionMode: 'Indexed', completions: 1 },
      { podFailurePolicy: { rules: [] } },
      { nodeSelector: { a: 'b' } },
      { terminationGracePeriodSeconds: 1 },
    ])('stays with %j exactly when the API server takes the change', (props) => {
      const then = make(props);
      const { judged, allowed } = engine.review({ operation: 'update', oldObject: first.object, object: then.object });
      expect([judged, allowed]).toEqual([true, then.name === first.name]);
    });
  });
});

testWithKubectl('kubectl reads what they print', async () => {
  const target = chart({ namespace: 'shop' });
  fc.sample(fc.tuple(jobProps, cronJobProps, plainPodProps, debugPodProps), { numRuns: 5, seed: 2027 }).forEach(
    ([job, cronJob, pod, debugPod], index) => {
      new Job(target, `job-${index}`, job);
      new CronJob(target, `cron-job-${index}`, cronJob);
      new Pod(target, `pod-${index}`, pod);
      new DebugPod(target, `debug-pod-${index}`, debugPod);
    },
  );
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-jobs-'));
  try {
    const file = join(folder, 'jobs.yaml');
    writeFileSync(file, printed(target));
    writeFileSync(join(folder, 'read.yaml'), await kubectlCreate(file));
    expect(Yaml.load(join(folder, 'read.yaml'))).toHaveLength(20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
