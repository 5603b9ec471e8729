// The stand-ins of a minor, as the overlay file that `go build -overlay` reads.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const generatedProtobuf = /(?:^|[/\\])(?:generated\.pb|(?:time|micro_time|quantity|types)_proto)\.go$/u;

/**
 * Maps each vendored file that is replaced to its stand-in, and each file that is dropped to nothing. All paths are relative to
 * `source`, where Go runs: nothing of the result depends on where that is.
 *
 * `roots` are folders with a `stand-ins.json`, later ones win: `{ "import/path": { "keep": ["file.go"] } }` drops every file of
 * the package that is not kept and adds the files of `<root>/<import/path>`; `drop` in place of `keep` names the dropped ones.
 * `imports` keeps all files and has some of them import one package in the place of another, under the same name.
 */
export function overlay(source, roots) {
  const goFiles = (folder) => {
    const path = join(source, folder);
    return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.go')).sort() : [];
  };
  const packages = {};
  for (const root of roots) {
    const table = join(source, root, 'stand-ins.json');
    if (existsSync(table)) Object.assign(packages, JSON.parse(readFileSync(table, 'utf8')));
  }
  const replace = {};
  for (const path of Object.keys(packages).sort()) {
    const { keep = [], imports = {}, drop = packages[path].imports && [] } = packages[path];
    const folder = `vendor/${path}`;
    const originals = goFiles(folder);
    // Not vendored: nothing of this minor imports it.
    if (originals.length === 0) continue;
    for (const name of [...keep, ...(drop ?? []), ...Object.keys(imports)]) {
      if (!originals.includes(name)) throw new Error(`stand-ins.json: ${path} has no file ${name}`);
    }
    for (const name of originals) {
      if (drop === undefined ? !keep.includes(name) : drop.includes(name)) replace[`${folder}/${name}`] = '';
    }
    const ours = roots.flatMap((root) => goFiles(`${root}/${path}`).map((name) => [name, `${root}/${path}/${name}`]));
    if (ours.length === 0 && drop === undefined && keep.length === 0) throw new Error(`no stand-in for ${path}`);
    for (const [name, file] of ours) replace[`${folder}/${name}`] = file;
    for (const [name, others] of Object.entries(imports)) replace[`${folder}/${name}`] = withImports(source, `${folder}/${name}`, others);
  }
  for (const file of protobufFiles(source)) replace[file] ??= '';
  return { Replace: replace };
}

/** Writes a vendored file with other imports, and tells where it is. */
function withImports(source, file, others) {
  let text = readFileSync(join(source, file), 'utf8');
  for (const [path, other] of Object.entries(others)) {
    const line = `\n\t"${path}"\n`;
    if (!text.includes(line)) throw new Error(`stand-ins.json: ${file} does not import ${path}`);
    text = text.replace(line, `\n\t${path.split('/').at(-1)} "${other}"\n`);
  }
  const changed = `_stand-ins/imports/${file.slice('vendor/'.length)}`;
  mkdirSync(dirname(join(source, changed)), { recursive: true });
  writeFileSync(join(source, changed), text);
  return changed;
}

/**
 * The generated protobuf methods of the API types. Objects are read from JSON only, and the `String` methods among them alone
 * would be some megabytes: whatever prints anything keeps them.
 */
function protobufFiles(source) {
  return readdirSync(join(source, 'vendor/k8s.io'), { recursive: true })
    .filter((path) => generatedProtobuf.test(path))
    .map((path) => `vendor/k8s.io/${path.replaceAll('\\', '/')}`)
    .sort();
}
