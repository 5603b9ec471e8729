// CPU time of one review after some thousand others, in ms: `node warm.mjs LIB MINOR`.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deployment } from './objects.mjs';

const [library, kubernetes] = process.argv.slice(2);
const { openEngine } = createRequire(import.meta.url)(join(library, 'engine/index.js'));
const engine = openEngine({ kubernetes });
const yaml = deployment(0);
const json = JSON.stringify(engine.review({ operation: 'create', text: yaml, defaulted: true }).defaulted);

const times = [{ text: yaml }, { text: json }, { text: json, advice: false }].map((request) => {
  review(request, 3000);
  const began = process.cpuUsage();
  review(request, 2000);
  const { system, user } = process.cpuUsage(began);
  return ((system + user) / 2000 / 1000).toFixed(2);
});
console.log(times.join(' '));

function review(request, count) {
  for (let done = 0; done < count; done++) engine.review({ operation: 'create', ...request });
}
