import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtEngines } from '../../src/engine/artefact';

const isBuilt = existsSync(join(builtEngines(), '1.27', 'build-env.json'));

/**
 * A group of tests that need the engine. Where it is not built (`npm run build:engine`, which needs Go) they are skipped and say
 * so; with `CI=true` they run in any case, and fail.
 */
export function describeWithEngine(title: string, tests: () => void): void {
  if (isBuilt || process.env.CI === 'true') {
    const run = describe;
    run(title, tests);
  } else {
    const skip = describe.skip;
    skip(`${title} (skipped: the engine is not built, see \`npm run build:engine\`)`, tests);
  }
}
