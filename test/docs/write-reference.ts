import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentedExports, referencePages } from './reference/reference-pages';

/* Writes docs/reference from the doc comments of what the package exports: `npx tsx test/docs/write-reference.ts`. A test compares. */
const folder = join(__dirname, '../../docs/reference');
const pages = referencePages(documentedExports());
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
