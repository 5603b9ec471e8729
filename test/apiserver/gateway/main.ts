// `npm run test:gateway [MINOR...]`: gives kube-apiserver the definitions of the Gateway API, asks it about routes, and keeps what it answers.
// The first minor's answers are kept. The others have to take and refuse the same routes; where the schema already refuses a route, they
// ask more or fewer rules on top, so that other fields may be named: how often is told.
import { askAbout } from './ask';
import type { RouteVerdict } from './ask';
import { chooseCases } from './choose';
import { isSame } from './compare';
import { gatewayChannels, gatewayVersion } from './definitions';
import { writeJudged } from './files';

async function main(minors: readonly string[]): Promise<void> {
  const cases = chooseCases(6000, 36);
  const [standard, experimental] = [new Array<RouteVerdict>(), new Array<RouteVerdict>()];
  const kept = { standard, experimental };
  for (const minor of minors) {
    for (const channel of gatewayChannels) {
      const verdicts = await askAbout(cases, minor, channel);
      const allowed = verdicts.filter(({ code }) => code === 201).length;
      let otherFields = 0;
      verdicts.forEach((verdict, index) => {
        const before = (kept[channel][index] ??= verdict);
        if (before.code !== verdict.code) {
          throw new Error(`Kubernetes ${minor} says ${JSON.stringify(verdict)} to ${JSON.stringify(cases[index])}`);
        }
        if (!isSame(before, verdict)) otherFields++;
      });
      console.log(
        `Kubernetes ${minor}, Gateway API ${gatewayVersion} ${channel}: ${verdicts.length} routes, ${allowed} allowed, ${otherFields} refused for other fields`,
      );
    }
  }
  writeJudged(cases.map((one, index) => ({ ...one, standard: standard[index]!, experimental: experimental[index]! })));
}

const minors = process.argv.slice(2);
main(minors.length > 0 ? minors : ['1.36', '1.27']).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
