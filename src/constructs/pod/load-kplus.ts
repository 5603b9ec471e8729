import type { kplus } from './kplus';

/** cdk8s-plus-27 costs 50 ms to load, so it is loaded only by those who use it anyway. */
export function loadKplus(): typeof kplus {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('cdk8s-plus-27') as typeof kplus;
}
