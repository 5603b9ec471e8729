import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { problemsSarif } from '../../src/report/problem-sarif';
import { anyListing, listingOf, replicas, tag } from './problem-listings';
import { sarifSchemas } from './problem-sarif-schema';

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly locations: readonly unknown[];
        readonly relatedLocations?: readonly unknown[];
        readonly suppressions?: readonly unknown[];
        readonly partialFingerprints: object;
      }[];
    },
  ];
}
const sarif = (...parameters: Parameters<typeof listingOf>): Sarif =>
  JSON.parse(problemsSarif(listingOf(...parameters))) as Sarif;

describe('problems in SARIF', () => {
  test.each(sarifSchemas())('are valid by %s, whatever is in them', (_name, schema) => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const isValid = ajv.compile(schema);
    fc.assert(
      fc.property(anyListing, (listing) => {
        const valid = isValid(JSON.parse(problemsSarif(listing)));
        expect(isValid.errors ?? []).toEqual([]);
        expect(valid).toBe(true);
      }),
    );
  });

  test('are at the code, and point to the manifest', () => {
    const [result] = sarif([replicas]).runs[0].results;
    expect(result).toEqual({
      ruleId: 'PLM5001',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: 'Deployment web in namespace shop: spec.replicas: Invalid value: -1: must be at least 0\nChoose a number from 0.',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/main.ts', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 3 },
          },
          logicalLocations: [{ name: 'web', fullyQualifiedName: 'apps/v1/Deployment/shop/web', kind: 'object' }],
        },
      ],
      relatedLocations: [
        {
          id: 1,
          physicalLocation: {
            artifactLocation: { uri: 'dist/shop.k8s.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7, startColumn: 13 },
          },
          message: { text: 'Deployment web in namespace shop: spec.replicas' },
        },
      ],
      partialFingerprints: { 'plimsoll/v1': 'a'.repeat(32) },
    });
  });

  test('have each rule once, in order, with a page only where that is known', () => {
    const { results, tool } = sarif([tag, replicas, tag]).runs[0];
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['PLM5001', 'PLM7403']);
    expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 0, 1]);
    expect(tool.driver.rules[0]).not.toHaveProperty('helpUri');
    const { driver } = sarif([tag], { documentation: 'https://example.com/docs' }).runs[0].tool;
    expect(driver.rules[0].helpUri).toBe('https://example.com/docs/PLM7403.md');
  });

  test('say what is allowed, and why', () => {
    const [result] = sarif([], { allowed: [{ ...tag, because: 'the vendor has no tags' }] }).runs[0].results;
    expect(result.suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'the vendor has no tags' },
    ]);
  });

  test('give files outside the repository in full, and a file to what has none', () => {
    const place = (path: string) => ({ ...replicas, place: { path, line: 1, column: 1 }, manifest: undefined });
    const { results } = sarif([place('/a b/x.ts'), place('C:/x.ts'), { ...place(''), place: undefined }]).runs[0];
    expect(results.map(({ locations }) => JSON.stringify(locations))).toEqual([
      expect.stringContaining('{"uri":"file:///a%20b/x.ts"}'),
      expect.stringContaining('{"uri":"file:///C%3A/x.ts"}'),
      expect.stringContaining('{"uri":"cdk8s.yaml","uriBaseId":"%SRCROOT%"}'),
    ]);
  });
});
