import fc from 'fast-check';
import { problemsJunit } from '../../src/report/problem-junit';
import { anyListing, listingOf, replicas, tag } from './problem-listings';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** A reader that takes well-formed XML of the plainest kind and nothing else. */
function readXml(text: string): Element {
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let at = text.indexOf('?>') + 2;
  const token =
    /<(\/?)(\w[\w-]*)((?:\s+\w+="(?:[^<>&"\n\t]|&(?:amp|lt|gt|quot|#\d+);)*")*)(\/?)>|((?:[^<>&]|&(?:amp|lt|gt|quot|#\d+);)+)/y;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new Error(`not well-formed at ${JSON.stringify(text.slice(at, at + 60))}`);
    at = token.lastIndex;
    const [, closes, name, list, isEmpty] = match;
    if (name === undefined) continue;
    if (closes) {
      expect(open.pop()?.name).toBe(name);
      continue;
    }
    const attributes = Object.fromEntries([...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
    const element: Element = { name, attributes, children: [] };
    open[open.length - 1].children.push(element);
    if (!isEmpty) open.push(element);
  }
  expect(open).toHaveLength(1);
  return root.children[0];
}

describe('problems as results of JUnit', () => {
  test('are one case for an object, and one for each file without any', () => {
    const other = { ...tag, object: { ...tag.object!, name: 'other' }, because: 'it is "meant"' };
    expect(
      problemsJunit(listingOf([replicas, tag], { allowed: [other], files: ['dist/a.yaml', 'dist/shop.k8s.yaml'] })),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plimsoll check" tests="3" failures="1" errors="0">
  <testsuite name="plimsoll check" tests="3" failures="1" errors="0" skipped="1">
    <testcase name="Deployment web in namespace shop" classname="src/main.ts">
      <failure type="PLM5001" message="PLM5001: the API server would refuse the object">error PLM5001 spec.replicas: Invalid value: -1: must be at least 0&#10;  src/main.ts:12:3&#10;  dist/shop.k8s.yaml:7:13&#10;  fix: Choose a number from 0.</failure>
      <system-out>warning PLM7403 spec.template.spec.containers[0].image: The image \`nginx\` has no tag.&#10;  src/main.ts:12:3&#10;  dist/shop.k8s.yaml:7:13&#10;  fix: Name a version.</system-out>
    </testcase>
    <testcase name="Deployment other in namespace shop" classname="src/main.ts">
      <skipped message="PLM7403 is allowed: it is &quot;meant&quot;"/>
    </testcase>
    <testcase name="dist/a.yaml" classname="dist/a.yaml"/>
  </testsuite>
</testsuites>
`);
  });

  test('are well-formed, and count rightly, whatever is in them', () => {
    fc.assert(
      fc.property(anyListing, (listing) => {
        const { attributes, children } = readXml(problemsJunit(listing));
        const cases = children[0].children;
        const failed = cases.filter((it) => it.children.some(({ name }) => name === 'failure'));
        expect([attributes.tests, attributes.failures]).toEqual([String(cases.length), String(failed.length)]);
        expect(failed.length > 0).toBe(listing.problems.some(({ severity }) => severity === 'error'));
      }),
    );
  });
});
