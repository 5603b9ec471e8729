// Builds the engine of each minor: `node engine/build.mjs [--force | --tidy | --test | --fuzz=DURATION] [MINOR...]`. Needs Go and the packages of package.json.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildMinor, testMinor, tidyMinor } from './scripts/minor.mjs';
import { requireGo } from './scripts/go.mjs';

const engine = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const force = process.argv.includes('--force');
const minors = readdirSync(engine)
  .filter((folder) => folder.startsWith('kubernetes-'))
  .map((folder) => folder.slice('kubernetes-'.length))
  .sort();
for (const minor of wanted) {
  if (!minors.includes(minor)) fail(`there is no Kubernetes ${minor} here: ${minors.join(', ')}`);
}

let go;
for (const minor of wanted.length > 0 ? wanted : minors) {
  const inputs = inputsOf(minor);
  const folder = join(engine, 'build', minor);
  if (process.argv.includes('--tidy')) {
    requireGo();
    tidyMinor({ engine, minor, folder });
    continue;
  }
  const fuzz = process.argv.find((argument) => argument.startsWith('--fuzz='))?.slice('--fuzz='.length);
  if (process.argv.includes('--test') || fuzz !== undefined) {
    requireGo();
    testMinor({ engine, minor, folder, fuzz });
    continue;
  }
  if (!force && isCurrent(folder, inputs)) {
    console.log(`engine ${minor}: nothing changed`);
    continue;
  }
  try {
    go ??= requireGo();
    await buildMinor({ engine, minor, folder, inputs, go });
  } catch (error) {
    fail(`engine ${minor}: ${error.message}`);
  }
}

function isCurrent(folder, inputs) {
  const record = join(folder, 'build-env.json');
  if (!existsSync(record)) return false;
  const { inputs: built, image } = JSON.parse(readFileSync(record, 'utf8'));
  return built === inputs && existsSync(join(folder, image.file));
}

/** The hash of everything that makes an engine what it is, but Go itself. */
function inputsOf(minor) {
  const hash = createHash('sha256');
  const roots = ['build.mjs', 'judge', 'samples', 'scripts', 'stand-ins', `kubernetes-${minor}`, '../src/engine/wasi.ts'];
  for (const file of roots.flatMap((root) => filesBelow(root))) {
    const content = readFileSync(join(engine, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const entries = existsSync(join(engine, path)) ? entriesOf(join(engine, path)) : [];
  return entries === undefined ? [path] : entries.flatMap((entry) => filesBelow(`${path}/${entry}`));
}

function entriesOf(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
