// One measured piece of work, in a process of its own: builds parts of fourteen objects each in one chart and synthesizes them.
// node bench/constructs/work.cjs LIBRARY OBJECTS-BY PARTS
//   LIBRARY     cdk8s | plimsoll
//   OBJECTS-BY  cdk8s-plus | plimsoll (our constructs)
// The API server's code is not asked, as cdk8s does not; Plimsoll does check what the objects refer to. Prints figures as JSON: CPU time in milliseconds, peak memory in MB.
const { mkdtempSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const cdk8s = require('cdk8s');

const [library, objectsBy, parts] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
const { App } = library === 'plimsoll' ? require('../../lib') : cdk8s;
const { buildPart } = require(`./build-with-${objectsBy}.cjs`);

const app = new App(library === 'plimsoll' ? { outdir, judge: false } : { outdir });
const started = process.cpuUsage();
const chart = new cdk8s.Chart(app, 'shop', { namespace: 'shop' });
for (let index = 0; index < Number(parts); index++) buildPart(chart, `part-${index}`);
const built = process.cpuUsage(started);
app.synth();
const synthesized = process.cpuUsage(started);
const all = process.cpuUsage();
const memory = process.resourceUsage().maxRSS / 1024;

process.on('exit', () => {
  const text = readdirSync(outdir)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(outdir, name), 'utf8'))
    .join('---\n');
  rmSync(outdir, { recursive: true });
  const milliseconds = ({ user, system }) => (user + system) / 1000;
  console.log(
    JSON.stringify({
      cpu: milliseconds(all),
      build: milliseconds(built),
      synth: milliseconds(synthesized) - milliseconds(built),
      memory,
      objects: text.match(/^kind: /gm).length,
      megabytes: text.length / 1e6,
    }),
  );
});
