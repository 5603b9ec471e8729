import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemPages } from './problem-pages';

/* Writes docs/problems from the catalogue and the examples: `npx tsx test/docs/write-problem-pages.ts`. A test compares. */
const folder = join(__dirname, '../../docs/problems');
mkdirSync(folder, { recursive: true });
for (const [name, text] of problemPages()) writeFileSync(join(folder, name), text);
