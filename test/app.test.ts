import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { App } from '../src/app';
import { SynthesisError } from '../src/problems/synthesis-error';
import { growTree, treeRecipe } from './support/random-tree';
import { inTemporaryFolder, readFiles } from './support/temporary-folder';

const outputTypes = [
  cdk8s.YamlOutputType.FILE_PER_APP,
  cdk8s.YamlOutputType.FILE_PER_CHART,
  cdk8s.YamlOutputType.FILE_PER_RESOURCE,
  cdk8s.YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
] as const;

const record = '.plimsoll';

/** What an app of cdk8s and an app of ours write when the same code fills them. */
function writeBoth(props: cdk8s.AppProps, fill: (app: cdk8s.App) => void): readonly [unknown, unknown] {
  return inTemporaryFolder((folder) => {
    const theirs = new cdk8s.App({ ...props, outdir: join(folder, 'theirs') });
    fill(theirs);
    theirs.synth();
    // Most of these objects are there for their bytes: no server would take them.
    const ours = new App({ ...props, outdir: join(folder, 'ours'), judge: false });
    fill(ours);
    ours.synth();
    const { [record]: _, ...written } = readFiles(join(folder, 'ours'));
    return [readFiles(join(folder, 'theirs')), written];
  });
}

/** A bit of everything that people put into an app. */
function fillWithEverything(app: cdk8s.App): void {
  const chart = new cdk8s.Chart(app, 'Web_Shop', { namespace: 'shop', labels: { team: 'shop' } });
  const settings = new kplus.ConfigMap(chart, 'settings', { data: { LEVEL: 'debug', 'on.txt': 'yes\n' } });
  const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx', portNumber: 80 }] });
  deployment.exposeViaIngress('/', { ports: [{ port: 80 }] });
  deployment.node.addDependency(settings);
  const patched = new cdk8s.ApiObject(chart, 'patched', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
  patched.addJsonPatch(cdk8s.JsonPatch.add('/data/c', 'd'), cdk8s.JsonPatch.remove('/data/a'));
  new cdk8s.ApiObject(chart, 'lazy', {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    spec: { when: cdk8s.Lazy.any({ produce: () => chart.node.children.length }), empty: [], none: null },
  });
  const other = new cdk8s.Chart(app, 'other');
  new cdk8s.Include(new Construct(other, 'included'), 'yaml', { url: join(__dirname, 'fixtures/include.yaml') });
  const nested = new cdk8s.Chart(chart, 'nested');
  new kplus.CronJob(nested, 'backup', { schedule: cdk8s.Cron.daily(), containers: [{ image: 'busybox' }] });
  other.addDependency(chart);
  new cdk8s.Chart(app, 'empty');
}

class OwnWay extends cdk8s.Chart {
  override toJson(): unknown[] {
    return [...super.toJson(), { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'added' } }] as unknown[];
  }
}

describe('App', () => {
  test.each(outputTypes)('writes what the App of cdk8s writes, to the byte (output type %i)', (yamlOutputType) => {
    const [theirs, ours] = writeBoth({ yamlOutputType, recordConstructMetadata: true }, fillWithEverything);
    expect(ours).toEqual(theirs);
    expect(Object.keys(theirs as object).length).toBeGreaterThan(1);
  });

  test('writes what the App of cdk8s writes for any tree', () => {
    fc.assert(
      fc.property(treeRecipe, fc.constantFrom(...outputTypes), (recipe, yamlOutputType) => {
        try {
          const probe = new cdk8s.App();
          growTree(probe, recipe);
          probe.synthYaml();
        } catch {
          return; // a cycle; synthesize.test.ts compares those
        }
        const fill = (app: cdk8s.App): void => void growTree(app, recipe);
        const [theirs, ours] = writeBoth({ yamlOutputType }, fill);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 150, seed: 2027 },
    );
  });

  test('prints what the App of cdk8s prints', () => {
    const [theirs, ours] = [new cdk8s.App(), new App({ judge: false })];
    fillWithEverything(theirs);
    fillWithEverything(ours);
    expect(ours.synthYaml()).toBe(theirs.synthYaml());
  });

  test('takes resolvers, another file extension and charts that print themselves', () => {
    const props = {
      outputFileExtension: '.yaml',
      resolvers: [{ resolve: (c: cdk8s.ResolutionContext) => void (c.value === 'secret' && c.replaceValue('***')) }],
    };
    const [theirs, ours] = writeBoth(props, (app) => {
      const chart = new OwnWay(app, 'own');
      new cdk8s.ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap', data: { password: 'secret' } });
    });
    expect(ours).toEqual(theirs);
    expect(Object.values(ours as Record<string, string>).join()).toContain('***');
  });

  test('synthesizes the same bytes again and again', () => {
    inTemporaryFolder((outdir) => {
      const app = new App({ outdir, judge: false });
      fillWithEverything(app);
      app.synth();
      const first = readFiles(outdir);
      const times = Object.keys(first).map((path) => statSync(join(outdir, path)).mtimeMs);
      app.synth();
      expect(readFiles(outdir)).toEqual(first);
      expect(Object.keys(first).map((path) => statSync(join(outdir, path)).mtimeMs)).toEqual(times);
    });
  });

  test('asks each construct to validate itself once', () => {
    inTemporaryFolder((outdir) => {
      const app = new App({ outdir });
      let asked = 0;
      for (const id of ['a', 'b', 'c']) {
        new cdk8s.Chart(app, id).node.addValidation({ validate: () => (asked++, []) });
      }
      app.synth();
      expect(asked).toBe(3);
    });
  });

  describe('leaves the output folder as it was', () => {
    function expectUntouched(fill: (app: App) => void, ...messages: readonly RegExp[]): SynthesisError {
      return inTemporaryFolder((outdir) => {
        writeFileSync(join(outdir, 'old.k8s.yaml'), 'old\n');
        const app = new App({ outdir });
        fill(app);
        let thrown: unknown;
        try {
          app.synth();
        } catch (error) {
          thrown = error;
        }
        expect(thrown).toBeInstanceOf(SynthesisError);
        for (const message of messages) expect((thrown as Error).message).toMatch(message);
        expect(readFiles(outdir)).toEqual({ 'old.k8s.yaml': 'old\n' });
        return thrown as SynthesisError;
      });
    }

    function add(scope: Construct, id: string, props: Partial<cdk8s.ApiObjectProps> = {}): cdk8s.ApiObject {
      return new cdk8s.ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', ...props });
    }

    test('when validations fail, and tells of all of them', () => {
      const { problems } = expectUntouched(
        (app) => {
          const chart = new cdk8s.Chart(app, 'web');
          chart.node.addValidation({ validate: () => ['no port', 'no image'] });
          add(chart, 'x').node.addValidation({ validate: () => ['too long'] });
        },
        /3 problems/,
        /PLM1001 \[web\] no port/,
        /\[web\/x\] too long .*app\.test\.ts:\d+/,
      );
      expect(problems.map(({ construct }) => construct)).toEqual(['web', 'web', 'web/x']);
    });

    test('when dependencies form a cycle, and names the whole of it', () => {
      expectUntouched(
        (app) => {
          const chart = new cdk8s.Chart(app, 'web');
          const [a, b, c] = ['a', 'b', 'c'].map((id) => add(chart, id));
          a.addDependency(b);
          b.addDependency(c);
          c.addDependency(a);
        },
        /PLM1002/,
        /web\/a → web\/b → web\/c → web\/a/,
      );
    });

    test('when charts wait for each other through what is in them', () => {
      expectUntouched((app) => {
        const [web, data] = ['web', 'data'].map((id) => new cdk8s.Chart(app, id));
        add(web, 'a').addDependency(add(data, 'b'));
        add(data, 'c').addDependency(add(web, 'd'));
      }, /web → data → web/);
    });

    test('when a construct waits for itself', () => {
      expectUntouched((app) => {
        const chart = new cdk8s.Chart(app, 'web');
        chart.addDependency(chart);
      }, /web → web/);
    });

    test('when a dependency leads out of the charts', () => {
      expectUntouched((app) => {
        new Construct(app, 'group').node.addDependency(new cdk8s.Chart(app, 'web'));
      }, /PLM1003 \[group\] group waits for web, but group is in no chart/);
    });

    test('when an object holds what is not data, and tells of all of them', () => {
      expectUntouched(
        (app) => {
          const chart = new cdk8s.Chart(app, 'web');
          add(chart, 'date', { value: new Date(0) });
          add(chart, 'map', { value: new Map() });
        },
        /2 problems/,
        /PLM1004 \[web\/date\]/,
        /of type 'Map'/,
      );
    });

    test('when one object is defined twice', () => {
      expectUntouched((app) => {
        const chart = new cdk8s.Chart(app, 'web', { namespace: 'shop' });
        add(chart, 'one', { metadata: { name: 'same' } });
        add(new Construct(chart, 'group'), 'two', { metadata: { name: 'same' } });
      }, /PLM2001 \[web\/group\/two\] metadata\.name ConfigMap same in namespace shop is defined twice: by web\/one/);
    });

    test('when two objects would be one file', () => {
      inTemporaryFolder((outdir) => {
        const app = new App({ outdir: join(outdir, 'dist'), yamlOutputType: cdk8s.YamlOutputType.FILE_PER_RESOURCE });
        for (const namespace of ['one', 'two']) {
          add(new cdk8s.Chart(app, namespace, { namespace }), 'x', { metadata: { name: 'same' } });
        }
        expect(() => app.synth()).toThrow(
          /PLM2002 \[two\/x\] one\/x and two\/x would both be written to ConfigMap\.same\.k8s\.yaml/,
        );
        expect(existsSync(join(outdir, 'dist'))).toBe(false);
      });
    });

    test('when a file there is not ours', () => {
      inTemporaryFolder((outdir) => {
        writeFileSync(join(outdir, 'web.k8s.yaml'), 'foreign\n');
        const app = new App({ outdir });
        new cdk8s.Chart(app, 'web');
        expect(() => app.synth()).toThrow(/web\.k8s\.yaml/);
        expect(readFiles(outdir)).toEqual({ 'web.k8s.yaml': 'foreign\n' });
      });
    });
  });

  test('removes what it wrote before and no longer makes, and nothing else', () => {
    inTemporaryFolder((outdir) => {
      const first = new App({ outdir });
      new cdk8s.Chart(first, 'old');
      new cdk8s.Chart(first, 'kept');
      first.synth();
      mkdirSync(join(outdir, 'theirs'));
      writeFileSync(join(outdir, 'theirs/notes.yaml'), 'mine: true\n');
      const second = new App({ outdir });
      new cdk8s.Chart(second, 'kept');
      second.synth();
      expect(Object.keys(readFiles(outdir))).toEqual([record, 'kept.k8s.yaml', 'theirs/notes.yaml']);
      expect(readFileSync(join(outdir, record), 'utf8')).not.toContain('old');
    });
  });
});
