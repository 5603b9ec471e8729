import { createRequire } from 'node:module';

/**
 * Loads a module when it is needed and not before: what a command does not use costs it nothing. Paths are relative to
 * `src/cli`. (`import()` would do the same through Node's loader of ES modules, which takes longer to start than some
 * commands to run.)
 */
export const load: NodeJS.Require = createRequire(__filename);
