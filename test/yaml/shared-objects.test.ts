import * as fc from 'fast-check';
import { ApiObject, Testing, Yaml } from 'cdk8s';
import { printYaml, printYamlDocuments } from '../../src/yaml/print';
import { expectPositions, expectSameAsCdk8s } from './properties';
import { documentWithSharedObjects } from './troublesome';

describe('an object that occurs more than once in a document', () => {
  it('is printed once, with an anchor, as by cdk8s', () => {
    const labels = { app: 'web' };
    const data = { metadata: { labels }, spec: { selector: labels, list: [labels] } };
    const text = 'metadata:\n  labels: &a1\n    app: web\nspec:\n  selector: *a1\n  list:\n    - *a1\n';
    expect(printYaml(data)).toBe(text);
    expect(Yaml.stringify(data)).toBe(text);
  });

  it('is named in the order in which the repetitions come', () => {
    const one = { a: 1 };
    const other = [one];
    const data = [one, other, other, one];
    const text = '- &a1\n  a: 1\n- &a2\n  - *a1\n- *a2\n- *a1\n';
    expect(printYaml(data)).toBe(text);
    expect(Yaml.stringify(data)).toBe(text);
  });

  it('may be empty, or a date', () => {
    const none: unknown[] = [];
    const day = new Date(0);
    const data = { a: none, b: none, c: day, d: [day] };
    const text = 'a: &a1 []\nb: *a1\nc: &a2 1970-01-01\nd:\n  - *a2\n';
    expect(printYaml(data)).toBe(text);
    expect(Yaml.stringify(data)).toBe(text);
  });

  it('may hold itself', () => {
    const data: { self?: unknown } = {};
    data.self = data;
    expect(printYaml(data)).toBe('&a1\nself: *a1\n');
    expect(Yaml.stringify(data)).toBe('&a1\nself: *a1\n');
  });

  it('has no anchor in another document', () => {
    const labels = { app: 'web' };
    expect(printYamlDocuments([labels, labels])).toBe('app: web\n---\napp: web\n');
  });

  it('is never found in what an ApiObject of cdk8s makes, which copies all it is given', () => {
    const labels = { app: 'web' };
    const object = new ApiObject(Testing.chart(), 'deployment', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { labels },
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels } } },
    });
    expect(printYaml(object.toJson())).not.toContain('&a1');
    expect(printYaml(object.toJson())).toBe(Yaml.stringify(object.toJson()));
  });

  it('is printed as by cdk8s, and its fields stand where they are read, whatever it is', () => {
    fc.assert(
      fc.property(documentWithSharedObjects, (document) => {
        expectSameAsCdk8s(document);
        expectPositions(document);
      }),
      { numRuns: 1000 },
    );
  });
});
