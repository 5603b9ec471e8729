import fc from 'fast-check';
import { buildGraph } from '../../src/graph/build-graph';
import type { GraphObject } from '../../src/graph/graph-object';
import { graphDot } from '../../src/report/graph-dot';
import { graphJson } from '../../src/report/graph-json';
import { graphMermaid } from '../../src/report/graph-mermaid';
import { graphSvg } from '../../src/report/graph-svg';
import { laidOut } from '../graph/graph-objects';
import { pageOf } from '../graph/page-of';
import { tagsOf } from '../graph/well-formed';

/** Texts that try to end whatever they are put into. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"]',
    '"',
    '\\',
    '\\"',
    '</script>',
    '<!--',
    ']]>',
    '&amp;',
    '&',
    "'",
    '`',
    '#quot;',
    'end',
    '\n',
    '\u2028',
    '%%',
    '-->',
    '|',
    '\ud800',
    '\0',
    '\u202e',
    'é',
    '😀',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const text = fc
  .array(hostile, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''))
  .filter((it) => it !== '');

/** Objects that are called and labelled as is said, and refer to others so. */
function objectsCalled(name: string, namespace: string, label: string, construct: string): readonly GraphObject[] {
  const metadata = { name, namespace };
  const selector = { [label]: name };
  const template = {
    metadata: { labels: selector },
    spec: { containers: [{ name: 'a', envFrom: [{ configMapRef: { name: `${name}x` } }, { secretRef: { name } }] }] },
  };
  const objects = [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, name: `${name}y` },
      spec: { selector: { [label]: `${name}z` } },
    },
    { apiVersion: 'v1', kind: 'Secret', metadata, stringData: { a: name } },
    { apiVersion: `${label}/v1`, kind: 'Odd', metadata },
  ];
  const origin = {
    chart: 'c',
    construct: `c/${construct.replaceAll('/', '')}x/${label.replaceAll('/', '')}x`,
    locate: () => undefined,
  };
  return objects.map((object) => {
    return { object, identity: { apiVersion: object.apiVersion, kind: object.kind, ...object.metadata }, origin };
  });
}

const plain = laidOut(objectsCalled('web', 'shop', 'app', 'front'));
const arbitraryObjects = fc.tuple(text, text, text, text).map((texts) => objectsCalled(...texts));

describe('whatever objects are called,', () => {
  test('SVG stays what it is', () => {
    const tags = tagsOf(graphSvg(plain.graph, plain.connections, plain.placement));
    fc.assert(
      fc.property(arbitraryObjects, (objects) => {
        const { connections, graph, placement } = laidOut(objects);
        expect(tagsOf(graphSvg(graph, connections, placement))).toEqual(tags);
      }),
      { numRuns: 50 },
    );
  });

  test('the page stays what it is, and its data are read back', () => {
    const withoutData = (page: string): string =>
      page.replace(/(id="data">)[^<]*(<\/script>)/, '$1$2').replace(/<p>[^<]*<\/p>/, '');
    const skeleton = withoutData(pageOf(plain));
    fc.assert(
      fc.property(arbitraryObjects, text, (objects, title) => {
        const page = pageOf(laidOut(objects), title);
        expect(withoutData(page).replace(/<(title|h1)>[^<]*<\/\1>/g, '<$1>shop</$1>')).toBe(skeleton);
        const [, data] = /id="data">([^<]*)<\/script>/.exec(page)!;
        expect((JSON.parse(data) as { readonly nodes: readonly unknown[] }).nodes).toHaveLength(
          plain.graph.nodes.length,
        );
      }),
      { numRuns: 50 },
    );
  });

  test('every line of Mermaid is one that we write', () => {
    const label = String.raw`"(?:[\p{L}\p{N} ,.\-_·]|#\d+;|<br/>)*"`;
    const line = new RegExp(
      String.raw`^(?:flowchart LR| *subgraph [A-Z]\w*\[${label}\]| *end| *[A-Z]\w*(?:\[${label}\]|\(\[${label}\]\)):::\w+| *[A-Z]\w* (?:-->|-\.->)\|${label}\| [A-Z]\w*|  classDef \w+ [\w:#,\- ]+|)$`,
      'u',
    );
    const count = graphMermaid(plain.graph).text.split('\n').length;
    fc.assert(
      fc.property(arbitraryObjects, (objects) => {
        const lines = graphMermaid(buildGraph(objects)).text.split('\n');
        expect(lines.filter((it) => !line.test(it))).toEqual([]);
        expect(lines).toHaveLength(count);
      }),
    );
  });

  test('DOT has the same words outside of its texts', () => {
    const skeleton = (dot: string): string =>
      dot
        .replace(/"(?:[^"\\\n]|\\.)*"/gu, '""')
        .replace(/\b(?:Deployment|Service|Secret|Odd|Outside|Selected|cluster)_\w*/g, 'id');
    const expected = skeleton(graphDot(plain.graph));
    fc.assert(
      fc.property(arbitraryObjects, (objects) => {
        expect(skeleton(graphDot(buildGraph(objects)))).toBe(expected);
      }),
    );
  });

  test('JSON is read back', () => {
    fc.assert(
      fc.property(arbitraryObjects, (objects) => {
        const { nodes } = JSON.parse(graphJson(buildGraph(objects), '/')) as {
          readonly nodes: readonly { readonly name: string }[];
        };
        expect(nodes[0].name).toBe(JSON.parse(JSON.stringify(objects[0].identity.name)));
      }),
    );
  });
});
