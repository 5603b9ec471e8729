import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Verdicts of tests go into a folder of their own, not into that of whoever runs them.
process.env.XDG_CACHE_HOME = join(tmpdir(), 'plimsoll-test-cache');
