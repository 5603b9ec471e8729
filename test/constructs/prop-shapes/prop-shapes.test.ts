import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { propShapes } from '../../../src/constructs/shapes/prop-shapes';
import { shapeLines } from './describe-shapes';

const folder = join(__dirname, '../../../src/constructs');

/** The classes that a package can import and make, with their sources. */
const constructs = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .filter((source) => /\n {2}constructor\(\s*scope: Construct,\s*id: string,/.test(source))
  .flatMap((source) => [...source.matchAll(/^export class (\w+)/gm)].map(([, name]) => ({ name: name!, source })));

test('the shapes are those of the types; else run npx tsx test/constructs/prop-shapes/write-shapes.ts', () => {
  expect(propShapes.split('\n')).toEqual(shapeLines().split('\n'));
});

test('every construct has a shape, and checks its props before anything else', () => {
  expect(constructs.length).toBeGreaterThan(30);
  for (const { name, source } of constructs) {
    expect(propShapes).toMatch(new RegExp(`^${name} `, 'm'));
    expect(source).toMatch(new RegExp(`\\) \\{\\n {4}checkProps\\(scope, id, \\{ ${name} \\}, (props|given)\\);\\n`));
  }
});
