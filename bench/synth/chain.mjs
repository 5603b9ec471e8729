// Constructs of three objects, each waiting for the next: how long cdk8s and Plimsoll take to put them in order and print
// them. By hand: npm run compile && node bench/synth/chain.mjs
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const cdk8s = require('cdk8s');
const { Construct } = require('constructs');
const plimsoll = require('../../lib');

function chain(App, length) {
  const app = new App({ judge: false });
  const chart = new cdk8s.Chart(app, 'chart');
  let previous;
  for (let index = 0; index < length; index++) {
    const group = new Construct(chart, `g${index}`);
    for (let object = 0; object < 3; object++)
      new cdk8s.ApiObject(group, `o${object}`, { apiVersion: 'v1', kind: 'ConfigMap' });
    previous?.node.addDependency(group);
    previous = group;
  }
  const started = performance.now();
  app.synthYaml();
  return performance.now() - started;
}

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
console.log(
  `Node ${process.version}, median of 5, first call included\n\n| links of 3 objects | cdk8s, ms | Plimsoll, ms |\n|---|---|---|`,
);
for (const length of [2, 8, 10, 12, 14, 1000]) {
  const ours = median(Array.from({ length: 5 }, () => chain(plimsoll.App, length)));
  const theirs =
    length > 12
      ? length > 14
        ? undefined
        : chain(cdk8s.App, length)
      : median(Array.from({ length: 5 }, () => chain(cdk8s.App, length)));
  console.log(`| ${length} | ${theirs === undefined ? 'not run' : theirs.toFixed(1)} | ${ours.toFixed(1)} |`);
}
