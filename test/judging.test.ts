import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import type { TargetMinor } from '../src/api/minors';
import { App } from '../src/app';
import type { AppProps } from '../src/app';
import { build } from '../src/build';
import type * as Build from '../src/build';
import { SynthesisError } from '../src/problems/synthesis-error';
import { inTemporaryFolder, readFiles } from './support/temporary-folder';
import { describeWithEngine } from './support/with-engine';

function configMap(data: object, props: AppProps = {}, immutable = false): App {
  const app = new App(props);
  const metadata = { name: 'x' };
  const more = immutable ? { immutable } : {};
  new ApiObject(new Chart(app, 'web'), 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data, ...more });
  return app;
}

function problemsOf(run: () => void): readonly string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof SynthesisError)) throw error;
    return error.problems.map(({ code, construct, field }) => `${code} ${construct} ${field}`);
  }
}

describeWithEngine('the objects of an app', () => {
  test('are judged before anything is written', () => {
    inTemporaryFolder((folder) => {
      const outdir = join(folder, 'dist');
      const app = configMap({ 'a b': '1' }, { outdir });
      expect(problemsOf(() => app.synth())).toEqual(['PLM5001 web/x data[a b]']);
      expect(problemsOf(() => app.synthYaml())).toEqual(['PLM5001 web/x data[a b]']);
      expect(readFiles(outdir)).toEqual({});
    });
  });

  test('are located in the code that made them', () => {
    const [problem] = build(configMap({ 'a b': '1' })).problems;
    expect(problem).toMatchObject({ source: { file: __filename }, object: { kind: 'ConfigMap', name: 'x' } });
  });

  test('are not judged where the app says so', () => {
    expect(problemsOf(() => configMap({ 'a b': '1' }, { judge: false }).synthYaml())).toEqual([]);
    expect(build(configMap({ 'a b': '1' }), { judge: false }).judged).toEqual({
      kubernetes: '1.27',
      judged: 0,
      notJudged: [],
      deleted: [],
    });
  });

  test('are judged for the Kubernetes that the app says', () => {
    const app = (kubernetes: TargetMinor): App => {
      const made = new App({ kubernetes });
      new ApiObject(new Chart(made, 'web'), 'x', {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'ServiceCIDR',
        metadata: { name: 'x' },
        spec: { cidrs: ['10.0.0.0/24'] },
      });
      return made;
    };
    expect(problemsOf(() => app('1.27').synthYaml())).toEqual(['PLM5202 web/x apiVersion']);
    expect(problemsOf(() => app('1.32').synthYaml())).toEqual(['PLM5202 web/x apiVersion']);
    expect(problemsOf(() => app('1.33').synthYaml())).toEqual([]);
    expect(problemsOf(() => app('1.36').synthYaml())).toEqual([]);
  });

  test('are compared with what the output folder holds', () => {
    inTemporaryFolder((outdir) => {
      configMap({ a: '1' }, { outdir }, true).synth();
      const before = readFiles(outdir);
      expect(problemsOf(() => configMap({ a: '2' }, { outdir }, true).synth())).toEqual(['PLM5002 web/x data']);
      expect(readFiles(outdir)).toEqual(before);
      expect(problemsOf(() => configMap({ a: '1' }, { outdir }, true).synth())).toEqual([]);
    });
  });

  test('that are gone are listed, and are no problem', () => {
    inTemporaryFolder((outdir) => {
      configMap({ a: '1' }, { outdir }).synth();
      const app = new App({ outdir });
      new Chart(app, 'other');
      const { judged, problems } = build(app, { replaces: outdir });
      expect(judged.deleted).toEqual([{ apiVersion: 'v1', kind: 'ConfigMap', name: 'x' }]);
      expect(problems).toEqual([]);
    });
  });

  test('may move to another file, or be two of one name in two charts', () => {
    inTemporaryFolder((outdir) => {
      const fill = (charts: Readonly<Record<string, string>>): App => {
        const app = new App({ outdir });
        for (const [id, value] of Object.entries(charts)) {
          const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, immutable: true };
          new ApiObject(new Chart(app, id), 'x', { ...object, data: { value } });
        }
        return app;
      };
      fill({ a: '1', b: '2' }).synth();
      expect(problemsOf(() => fill({ a: '1', b: '2' }).synth())).toEqual([]);
      expect(problemsOf(() => fill({ a: '1', c: '1' }).synth())).toEqual([]);
      expect(problemsOf(() => fill({ c: '3' }).synth())).toEqual(['PLM5002 c/x data']);
    });
  });
});

describe('where the engines are not there', () => {
  beforeEach(() => {
    jest.resetModules();
    jest.doMock('../src/verdicts/reviewer', () => ({
      openReviewer: () => {
        throw new Error('The engine for Kubernetes 1.27 is not built.');
      },
    }));
  });
  afterEach(() => jest.dontMock('../src/verdicts/reviewer'));

  test('one warning says how to build them', () => {
    const { build: buildWithout } = jest.requireActual<typeof Build>('../src/build');
    const { files, problems } = buildWithout(configMap({ 'a b': '1' }));
    expect(problems).toMatchObject([
      { code: 'PLM5009', severity: 'warning', message: 'The engine for Kubernetes 1.27 is not built.' },
    ]);
    expect(files).toHaveLength(1);
  });
});

test('a minor that cannot be targeted is an error', () => {
  const { files, problems } = build(configMap({ a: '1' }), { kubernetes: '1.99' as '1.27' });
  expect(problems).toEqual([
    {
      code: 'PLM5203',
      severity: 'error',
      message:
        'Kubernetes "1.99" cannot be targeted: the minors are 1.27, 1.28, 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36.',
    },
  ]);
  expect(files).toEqual([]);
});
