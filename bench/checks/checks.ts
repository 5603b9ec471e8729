import { checkAcross } from '../../src/checks/cross-checks';
import { readLinks } from '../../src/links/read-links';
import { applications } from './objects';

/*
 * How long links and the checks across objects take: `npx tsx bench/checks/checks.ts`. Each figure is the median of five runs
 * in one process, after one that is not counted.
 */
function median(run: () => void): number {
  run();
  const times = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return times.sort((left, right) => left - right)[2];
}

console.log('| objects | links, ms | links and checks, ms | the first time, ms | growth |');
console.log('|---|---|---|---|---|');
let before: { readonly objects: number; readonly time: number } | undefined;
for (const count of [10, 100, 1000, 3000]) {
  const manifests = applications(count);
  const objects = manifests.length;
  const start = process.hrtime.bigint();
  const problems = checkAcross(manifests);
  const first = Number(process.hrtime.bigint() - start) / 1e6;
  if (problems.length > 0) throw new Error(`${problems.length} problems, the first: ${problems[0].message}`);
  const links = median(() => void readLinks(manifests));
  const time = median(() => void checkAcross(manifests));
  const growth = before ? (Math.log(time / before.time) / Math.log(objects / before.objects)).toFixed(2) : '';
  console.log(`| ${[objects, links.toFixed(0), time.toFixed(0), first.toFixed(0), growth].join(' | ')} |`);
  before = { objects, time };
}
