import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as configuredApp from './examples/configured-app';
import * as webDeployment from './examples/web-deployment';
import { chart, kinds } from './synth-one';

const read = (...path: readonly string[]): string => readFileSync(join(__dirname, ...path), 'utf8');

/** The lines after `@example` in a doc comment, without its stars. */
function documented(source: string): string {
  const comment = /@example\n([\s\S]*?)\n \*\//.exec(source)![1]!;
  return comment.replace(/^ \* ?/gm, '');
}

/** The body of the function `example`, without its indentation. */
function exemplified(source: string): string {
  const body = /export function example\(chart: Chart\): void \{\n([\s\S]*?)\n\}\n/.exec(source)![1]!;
  return body.replace(/^ {2}/gm, '');
}

test.each([
  ['web-deployment', webDeployment.example, ['Deployment', 'Service', 'Ingress']],
  ['configured-app', configuredApp.example, ['ConfigMap', 'Deployment', 'Service']],
] as const)('the example of %s is compiled and synthesized as it is documented', (name, example, made) => {
  expect(documented(read('../../src/constructs', `${name}.ts`))).toBe(exemplified(read('examples', `${name}.ts`)));
  const target = chart();
  example(target);
  expect(kinds(target)).toEqual(made);
});
