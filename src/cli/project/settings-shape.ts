import { problemCatalogue } from '../../problems/catalogue';
import type { ProblemCode } from '../../problems/catalogue';
import { isFinding } from '../../problems/finding';

/** What a value in cdk8s.yaml may be. */
export type Shape =
  | { readonly kind: 'text'; readonly oneOf?: readonly string[]; readonly matches?: RegExp; readonly like?: string }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly keys: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
  | { readonly kind: 'any-map' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'either'; readonly text: Shape & { kind: 'text' }; readonly list: Shape & { kind: 'list' } };

const text: Shape & { kind: 'text' } = { kind: 'text' };
/** As semver.org has it: three numbers, and what may follow them. */
const semanticVersion = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z-.]+)?(?:\+[0-9A-Za-z-.]+)?$/;

const validation: Shape = {
  kind: 'map',
  required: ['package', 'version', 'class'],
  keys: {
    package: text,
    version: { kind: 'text', matches: semanticVersion, like: 'an exact version such as `1.2.3`' },
    class: text,
    installEnv: { kind: 'any-map' },
    properties: { kind: 'any-map' },
  },
};

const outsideObject: Shape = {
  kind: 'map',
  required: ['kind', 'name'],
  keys: { kind: text, namespace: text, name: text },
};

const severity: Shape = { kind: 'text', oneOf: ['error', 'warning'] };

/** What the codes of findings may be given. */
const severities = Object.keys(problemCatalogue).filter((code) => isFinding(code as ProblemCode));

/** All keys of cdk8s.yaml that cdk8s-cli 2.207 documents, and `plimsoll`, which is ours. */
export const settingsShape: Shape & { kind: 'map' } = {
  kind: 'map',
  keys: {
    app: text,
    language: { kind: 'text', oneOf: ['typescript', 'python', 'java', 'go', 'csharp'] },
    output: text,
    imports: { kind: 'list', of: text },
    importDirectory: text,
    pluginsDirectory: text,
    validations: { kind: 'either', text, list: { kind: 'list', of: validation } },
    synthConfig: {
      kind: 'map',
      keys: {
        format: { kind: 'text', oneOf: ['plain', 'helm'] },
        chartApiVersion: { kind: 'text', oneOf: ['v1', 'v2'] },
        chartVersion: { kind: 'text', matches: semanticVersion, like: 'a semantic version such as `1.2.3`' },
      },
    },
    plimsoll: {
      kind: 'map',
      keys: {
        severities: { kind: 'map', keys: Object.fromEntries(severities.map((code) => [code, severity])) },
        outside: {
          kind: 'map',
          keys: { closed: { kind: 'flag' }, objects: { kind: 'list', of: outsideObject } },
        },
        diff: { kind: 'map', keys: { ignore: { kind: 'list', of: text } } },
      },
    },
  },
};

/** What is allowed, in words. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      if (shape.oneOf) return `one of ${shape.oneOf.map((it) => `\`${it}\``).join(', ')}`;
      return shape.like ?? 'text';
    case 'list':
      return shape.of.kind === 'text' ? 'a list of texts' : 'a list of maps';
    case 'either':
      return `${describeShape(shape.text)} or ${describeShape(shape.list)}`;
    case 'flag':
      return '`true` or `false`';
    case 'map':
    case 'any-map':
      return 'a map';
  }
}
