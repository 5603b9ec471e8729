import { App, Chart } from 'cdk8s';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'constructs', 'examples');

/** Names of the examples of all constructs. */
export const examples: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

/** Synthesizes the example of a construct to a folder. */
export function synthExample(name: string, outdir: string): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { example } = require(join(folder, name)) as { readonly example: (chart: Chart) => void };
  const app = new App({ outdir });
  example(new Chart(app, name, { namespace: `example-${name}` }));
  app.synth();
}
