import * as fc from 'fast-check';
import { printYaml, printYamlWithPositions } from '../../src/yaml/print';
import { firstMisreadByKubectl, kubectlIsPresent } from './kubectl';
import { tree, troublesomeText } from './troublesome';

const TEXTS = 20_000;
const TREES = 3_000;

const required = process.env.CI === 'true';
const reason = kubectlIsPresent || required ? '' : ' (skipped: there is no kubectl on the PATH)';
const test = reason === '' ? it : it.skip;

/** JSON has no NaN and no infinity, and Go neither halves of a surrogate pair: no manifest can hold them. */
const inManifests = (value: unknown): boolean => {
  const text = JSON.stringify(value, (_key, child: unknown) =>
    typeof child === 'number' && !Number.isFinite(child) ? '\ud800' : child,
  );
  return text !== undefined && !/\\ud[89a-f]/.test(text);
};
const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] =>
  fc.sample(arbitrary.filter(inManifests), count);

describe(`what Kubernetes' own reader gets back${reason}`, () => {
  test('every text as a value, alone and in a list', () => {
    expect(kubectlIsPresent).toBe(true);
    expect(firstMisreadByKubectl(sample(troublesomeText, TEXTS))).toBeUndefined();
    expect(
      firstMisreadByKubectl(sample(troublesomeText, TEXTS / 10).map((text) => ({ text, next: 1 }))),
    ).toBeUndefined();
  });

  test('every text as a key', () => {
    expect(firstMisreadByKubectl(sample(troublesomeText, TEXTS).map((text) => ({ [text]: text })))).toBeUndefined();
  });

  test('every tree', () => {
    const trees = sample(tree, TREES).map((document) => JSON.parse(JSON.stringify(document)) as unknown);
    expect(firstMisreadByKubectl(trees)).toBeUndefined();
  });

  test('every tree with a comment on each of its fields', () => {
    const trees = sample(tree, TREES / 3).map((document) => JSON.parse(JSON.stringify(document)) as unknown);
    const printWithComments = (document: unknown): string => {
      const pointers = [...printYamlWithPositions(document).positions.keys()];
      return printYaml(document, {
        comments: new Map(pointers.map((pointer) => [pointer, { above: 'a: 1\n- b', trailing: '# c' }])),
      });
    };
    expect(firstMisreadByKubectl(trees, printWithComments)).toBeUndefined();
  });
});
