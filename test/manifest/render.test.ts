import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import type { IResolver } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import fc from 'fast-check';
import { withFastRendering } from '../../src/manifest/render';

const key = fc.constantFrom('name', 'b', 'a', '10', '9', 'spec', 'value', 'Ünicode', 'x-y', 'empty');
const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
const standIn = fc.oneof(
  scalar.map((value) => Lazy.any({ produce: () => value })),
  scalar.map((value) => ({ resolve: () => value })),
  fc.integer().map((value) => kplus.k8s.IntOrString.fromNumber(value)),
  fc.string().map((value) => kplus.k8s.Quantity.fromString(value)),
);
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    scalar,
    standIn,
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(key, tie('data'), { maxKeys: 5, noNullPrototype: true }),
    fc
      .dictionary(key, tie('data'), { maxKeys: 3, noNullPrototype: true })
      .map((value) => Lazy.any({ produce: () => value })),
  ),
}));
const labels = fc.dictionary(key, fc.string(), { maxKeys: 4, noNullPrototype: true });

/** Renders with and without the short way; text, so that the order of keys is compared too. */
function bothWays(object: ApiObject, app: App): readonly [string, string] {
  return [rendered(object), withFastRendering(app, () => rendered(object))];
}

function rendered(object: ApiObject): string {
  try {
    return JSON.stringify(object.toJson(), (_key, value: unknown) => (value === undefined ? '(undefined)' : value));
  } catch (error) {
    return String(error);
  }
}

describe('rendering the short way', () => {
  test('gives what cdk8s gives, whatever an object holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, data, { maxKeys: 6, noNullPrototype: true }),
        labels,
        labels,
        (body, chartLabels, annotations) => {
          const app = new App();
          const chart = new Chart(app, 'chart', { labels: chartLabels, namespace: 'here' });
          const object = new ApiObject(chart, 'object', {
            apiVersion: 'v1',
            kind: 'Thing',
            metadata: { annotations, finalizers: [], extra: body.spec },
            ...body,
          });
          const [expected, actual] = bothWays(object, app);
          expect(actual).toBe(expected);
        },
      ),
      { numRuns: 2000, seed: 2027 },
    );
  });

  test('applies JSON patches to what cdk8s would patch', () => {
    const app = new App();
    const object = new ApiObject(new Chart(app, 'chart'), 'object', {
      apiVersion: 'v1',
      kind: 'Thing',
      z: 1,
      a: { b: [1, 2] },
    });
    object.addJsonPatch(
      JsonPatch.add('/metadata/annotations', { a: 'b' }),
      JsonPatch.remove('/a/b/0'),
      JsonPatch.add('/k', 1),
    );
    const [expected, actual] = bothWays(object, app);
    expect(actual).toBe(expected);
    expect(actual).toContain('"a":{"b":[2]}');
  });

  test.each([
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['an object without prototype', Object.create(null)],
    ['a map with a key named constructor', { constructor: 'x' }],
  ])('refuses %s in the words of cdk8s', (_name, value) => {
    const app = new App();
    const object = new ApiObject(new Chart(app, 'chart'), 'object', { apiVersion: 'v1', kind: 'Thing', value });
    const [expected, actual] = bothWays(object, app);
    expect(expected).toMatch(/^Error: Failed serializing construct/);
    expect(actual.slice(0, 80)).toBe(expected.slice(0, 80));
  });

  test('serves the generated classes of cdk8s-plus', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx', portNumber: 80 }] });
    const [expected, actual] = bothWays(ApiObject.of(deployment), app);
    expect(actual).toBe(expected);
  });

  test('leaves apps with resolvers of their own to cdk8s', () => {
    const upper: IResolver = { resolve: (context) => context.key.includes('shout') && context.replaceValue('LOUD') };
    const app = new App({
      resolvers: [{ resolve: (context) => void (context.value !== 'LOUD' && upper.resolve(context)) }],
    });
    const object = new ApiObject(new Chart(app, 'chart'), 'object', {
      apiVersion: 'v1',
      kind: 'Thing',
      shout: 'quiet',
    });
    const [expected, actual] = bothWays(object, app);
    expect(actual).toBe(expected);
    expect(actual).toContain('"shout":"LOUD"');
  });

  test('is over when the work is over, even where the work fails', () => {
    const before = ApiObject.prototype.toJson;
    expect(() =>
      withFastRendering(new App(), () => {
        expect(ApiObject.prototype.toJson).not.toBe(before);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(ApiObject.prototype.toJson).toBe(before);
  });
});
