// One engine, from its sources to the files that are shipped.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runGo, runGoQuietly } from './go.mjs';
import { loadWasi, review, start } from './host.mjs';
import { makeImage } from './image.mjs';
import { licences } from './licences.mjs';
import { overlay } from './overlay.mjs';

const wasm = { GOOS: 'wasip1', GOARCH: 'wasm' };

/** Builds the engine of one minor into `folder`. */
export async function buildMinor({ engine, minor, folder, inputs, go }) {
  const began = process.hrtime.bigint();
  const say = (text) => console.log(`engine ${minor}: ${text} (${((Number(process.hrtime.bigint() - began)) / 1e9).toFixed(0)} s)`);
  const source = workplace(folder);
  layOut(engine, minor, source);

  say('fetching the Kubernetes modules, once for all builds');
  runGo(source, ['mod', 'vendor']);
  writeFileSync(join(source, 'overlay.json'), JSON.stringify(overlay(source, ['_stand-ins/shared', '_stand-ins/minor']), undefined, 1));

  say('compiling');
  const release = /k8s\.io\/kubernetes v(\S+)/u.exec(readFileSync(join(source, 'go.mod'), 'utf8'))[1];
  const [major, minorNumber] = release.split('.');
  const version = 'k8s.io/component-base/version';
  const flags = [
    '-mod=vendor',
    '-trimpath',
    '-buildvcs=false',
    '-buildmode=c-shared',
    `-ldflags=-s -w -buildid= -X ${version}.gitMajor=${major} -X ${version}.gitMinor=${minorNumber} -X ${version}.gitVersion=v${release}`,
  ];
  const plain = join(source, 'plain.wasm');
  runGo(source, ['build', ...flags, '-overlay', 'overlay.json', '-o', 'plain.wasm', '.'], wasm);

  const kept = reflection(source, flags);
  if (kept.length > 0) throw new Error(`methods are called by name, which keeps all of them in the module: ${kept.join(', ')}`);
  say('starting it once, and writing the image');
  const Wasi = await loadWasi(join(engine, '..'));
  const { image, segments, pages } = makeImage(readFileSync(plain), (bytes) => warm(start(Wasi, bytes), join(engine, 'samples')));
  const packed = gzipSync(image, { level: 9 });
  write(join(folder, 'engine.wasm'), image);
  write(join(folder, 'engine.wasm.gz'), packed);
  const linked = JSON.parse(`[${runGo(source, ['list', '-mod=vendor', '-overlay', 'overlay.json', '-deps', '-f', '{{with .Module}}{{if not .Main}}{"path":"{{.Path}}","version":"{{.Version}}","replaced":"{{with .Replace}}{{.Version}}{{end}}"},{{end}}{{end}}', '.'], wasm).trim().replace(/,$/u, '')}]`);
  const modules = [...new Map(linked.filter(({ path }) => !path.startsWith('plimsoll/')).map((module) => [module.path, module])).values()];
  modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  write(join(folder, 'THIRD_PARTY.txt'), licences(source, modules, go));
  const record = {
    kubernetes: release,
    go,
    flags,
    modules: Object.fromEntries(modules.map(({ path, version: own, replaced }) => [path, replaced || own])),
    image: { file: 'engine.wasm.gz', sha256: sha256(packed), bytes: packed.length, rawSha256: sha256(image), rawBytes: image.length, segments, pages },
    plain: { sha256: sha256(readFileSync(plain)), bytes: readFileSync(plain).length },
    inputs,
  };
  write(join(folder, 'build-env.json'), `${JSON.stringify(record, undefined, 2)}\n`);
  say(`done: ${(image.length / 1e6).toFixed(1)} MB, ${(packed.length / 1e6).toFixed(2)} MB packed`);
}

/** Brings go.mod and go.sum of a minor up to date with what its sources import. */
export function tidyMinor({ engine, minor, folder }) {
  const source = workplace(folder);
  layOut(engine, minor, source);
  runGo(source, ['mod', 'tidy']);
  for (const file of ['go.mod', 'go.sum']) cpSync(join(source, file), join(engine, `kubernetes-${minor}`, file));
}

/** Runs the Go tests of a minor on this machine: the same code as in the module, without WebAssembly. */
export function testMinor({ engine, minor, folder, fuzz }) {
  const source = workplace(folder);
  layOut(engine, minor, source);
  for (const file of readdirSync(join(engine, 'tests'))) cpSync(join(engine, 'tests', file), join(source, file));
  cpSync(join(engine, 'samples/samples.yaml'), join(source, 'samples.yaml'));
  runGo(source, ['mod', 'vendor']);
  writeFileSync(join(source, 'overlay.json'), JSON.stringify(overlay(source, ['_stand-ins/shared', '_stand-ins/minor']), undefined, 1));
  const parameters = fuzz === undefined ? ['test', '-vet=off'] : ['test', '-vet=off', '-run', '^$', '-fuzz', 'FuzzReview', '-fuzztime', fuzz, '-fuzzminimizetime', '1s'];
  process.stdout.write(runGo(source, [...parameters, '-mod=vendor', '-overlay', 'overlay.json', '.']));
}

/** A folder of this process alone, so that two builds at a time do not disturb each other; it is removed when the process ends. */
function workplace(folder) {
  const source = join(folder, `source-${process.pid}`);
  process.once('exit', () => rmSync(source, { recursive: true, force: true }));
  return source;
}

/** Writes a file in one step: whoever reads it sees the old one or the new one. */
function write(file, content) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

/** The sources as Go wants them: what is a stand-in lies where Go does not look for packages. */
function layOut(engine, minor, source) {
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  const own = join(engine, `kubernetes-${minor}`);
  for (const file of readdirSync(own)) {
    cpSync(join(own, file), join(source, file === 'stand-ins' ? '_stand-ins/minor' : file), { recursive: true });
  }
  cpSync(join(engine, 'stand-ins'), join(source, '_stand-ins/shared'), { recursive: true });
  cpSync(join(engine, 'judge'), join(source, 'judge'), { recursive: true });
}

/**
 * The reachable functions that look up methods by a name that is not known before they run. One of them is enough to keep every
 * method of every type: some 25 MB.
 */
function reflection(source, flags) {
  const links = flags.map((flag) => (flag.startsWith('-ldflags=') ? `${flag} -dumpdep` : flag));
  const { stderr } = runGoQuietly(source, ['build', ...links, '-overlay', 'overlay.json', '-o', 'dumped.wasm', '.'], wasm);
  rmSync(join(source, 'dumped.wasm'), { force: true });
  if (!stderr.includes(' -> ')) throw new Error('the linker does not say what depends on what');
  return [...new Set([...stderr.matchAll(/^(.*?)(?: <\w+>)* <ReflectMethod>/gmu)].map(([, name]) => name))];
}

/** Judges one document of each kind, twice, so that what is made on first use is part of the image. */
function warm(instance, samples) {
  const documents = readFileSync(join(samples, 'samples.yaml'), 'utf8').split(/^---\n/mu);
  for (let round = 0; round < 2; round++) {
    for (const document of documents) {
      review(instance, { operation: 'create', advice: true, defaulted: true, podSecurity: { enforce: 'restricted' } }, document);
      review(instance, { operation: 'update', advice: true }, document, document);
    }
  }
  instance.exports.settle();
  return instance;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
