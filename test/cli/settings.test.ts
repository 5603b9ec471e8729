import * as yaml from 'yaml';
import { parseSettings } from '../../src/cli/project/parse-settings';
import { readSettings } from '../../src/cli/project/settings';

const parse = (text: string): ReturnType<typeof parseSettings> => parseSettings(text, 'cdk8s.yaml', yaml);
const complaints = (text: string): readonly string[] =>
  parse(text).problems.map(({ code, message, source }) => `${source?.line}:${source?.column} ${code} ${message}`);

describe('cdk8s.yaml', () => {
  test('may have every key that cdk8s-cli documents', () => {
    const text = `
app: npx ts-node main.ts
language: typescript
output: dist
imports: [k8s, 'crds:=crd.yaml']
pluginsDirectory: plugins
validations:
  - package: ./plugin
    version: 1.0.0
    class: Plugin
    installEnv: { A: b }
    properties: { depth: 3 }
synthConfig: { format: helm, chartApiVersion: v2, chartVersion: 1.2.3-rc.1 }
`;
    expect(parse(text)).toEqual({ settings: yaml.parse(text), problems: [] });
  });

  test('may name a file with validations, and may be empty', () => {
    expect(parse('validations: validations.yaml\n').problems).toEqual([]);
    expect(parse('# nothing yet\n')).toEqual({ settings: {}, problems: [] });
  });

  test('may use anchors', () => {
    expect(parse('app: &name dist\noutput: *name\n').settings).toEqual({ app: 'dist', output: 'dist' });
  });

  test.each([
    ['app: 3', '1:6 PLM4003 `app` is the number `3`; it takes text.'],
    ['app: true', '1:6 PLM4003 `app` is the boolean `true`; it takes text.'],
    ['app:', '1:1 PLM4003 `app` is empty; it takes text.'],
    ['output: [a]', '1:9 PLM4003 `output` is a list; it takes text.'],
    ['imports: k8s', '1:10 PLM4003 `imports` is the text `k8s`; it takes a list of texts.'],
    ['imports:\n  - k8s\n  - 1', '3:5 PLM4003 `imports[1]` is the number `1`; it takes text.'],
    [
      'language: cobol',
      '1:11 PLM4003 `language` is the text `cobol`; it takes one of `typescript`, `python`, `java`, `go`, `csharp`.',
    ],
    ['validations: {}', '1:14 PLM4003 `validations` is a map; it takes text.'],
    ['validations:\n  - package: x', '2:5 PLM4003 `validations[0]` has no `version`, which is required.'],
    [
      'synthConfig:\n  chartVersion: 1.0',
      '2:17 PLM4003 `synthConfig.chartVersion` is the number `1.0`; it takes a semantic version such as `1.2.3`.',
    ],
    ['outptu: x', '1:1 PLM4004 `outptu` is no key that cdk8s.yaml has.'],
    ['- app', '1:1 PLM4003 The file is a list; it takes a map.'],
    ['app: "x', '1:8 PLM4002 cdk8s.yaml is not valid YAML: Missing closing "quote.'],
    ['app: a\napp: b', '2:1 PLM4002 cdk8s.yaml is not valid YAML: Map keys must be unique.'],
  ])('%j is told where it is wrong', (text, complaint) => {
    expect(complaints(text)[0]).toBe(complaint);
  });

  test('has none of its settings used when one of them is wrong', () => {
    expect(parse('app: node main.js\noutput: 3\n').settings).toEqual({});
  });

  test('is not read when it is absurdly long', () => {
    expect(complaints(`app: ${'x'.repeat(1_000_000)}\n`)).toEqual([
      '1:1 PLM4002 cdk8s.yaml is 1000006 characters long; at most 1000000 are read.',
    ]);
  });

  test('need not be there', () => {
    expect(readSettings(__dirname)).toEqual({ settings: {}, problems: [], exists: false });
  });
});
