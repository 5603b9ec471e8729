// One measured piece of work, in a process of its own: builds web applications of seven objects each and synthesizes them.
// node bench/synth/work.cjs LIBRARY OBJECTS-BY CHARTS APPS-PER-CHART
//   LIBRARY     cdk8s | plimsoll
//   OBJECTS-BY  cdk8s-plus | api-objects | plimsoll (our constructs; with the library plimsoll)
// Nothing is judged here, as cdk8s judges nothing; bench/engine measures that.
// Prints, as JSON, the CPU time of the whole process in milliseconds, the peak of its memory in MB, and how much it wrote.
const { mkdtempSync, readdirSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const cdk8s = require('cdk8s');

const [library, objectsBy, charts, apps] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
// BENCH_ORIGINS=off: how fast it would be without remembering where each object is made.
if (process.env.BENCH_ORIGINS === 'off') {
  require('constructs').Node.prototype[Symbol.for('cdk8s-plimsoll.origins')] = new WeakMap();
}
const { App } = library === 'plimsoll' ? require('../../lib') : cdk8s;
const { buildWebApp } = require(`./build-with-${objectsBy}.cjs`);

const app = new App({ outdir, judge: false });
const started = process.cpuUsage();
for (let chart = 0; chart < Number(charts); chart++) {
  const scope = new cdk8s.Chart(app, `chart-${chart}`, { namespace: 'bench' });
  for (let index = 0; index < Number(apps); index++) buildWebApp(scope, `web-${index}`);
}
const built = process.cpuUsage(started);
app.synth();
const synthesized = process.cpuUsage(started);

process.on('exit', () => {
  const bytes = readdirSync(outdir).reduce((sum, name) => sum + statSync(join(outdir, name)).size, 0);
  const all = process.cpuUsage();
  rmSync(outdir, { recursive: true });
  const milliseconds = ({ user, system }) => (user + system) / 1000;
  console.log(
    JSON.stringify({
      cpu: milliseconds(all),
      build: milliseconds(built),
      synth: milliseconds(synthesized) - milliseconds(built),
      memory: process.resourceUsage().maxRSS / 1024,
      bytes,
    }),
  );
});
