import { configureGlobal } from 'fast-check';

// The same cases each time, so that a run says something about the change at hand. `PLIMSOLL_SEED=random npx jest` looks for
// new ones, and a number repeats what such a run has found.
const seed = process.env.PLIMSOLL_SEED ?? '1';
if (seed !== 'random') configureGlobal({ seed: Number(seed) });
