// `tsx test/apiserver/gateway/explore.ts [MINOR] [SEED] [COUNT]`: asks the server and `src/gateway/` about other and more routes than the
// committed ones, and prints where they differ.
import { gatewayChannels } from './definitions';
import { arbitraryCases } from './cases';
import { askAbout } from './ask';
import { isSame, ourVerdict } from './compare';

async function explore(minor: string, seed: number, count: number): Promise<void> {
  const cases = arbitraryCases(count, seed);
  for (const channel of gatewayChannels) {
    const verdicts = await askAbout(cases, minor, channel);
    let [allowed, different] = [0, 0];
    cases.forEach((one, index) => {
      const [server, ours] = [verdicts[index]!, ourVerdict(one, channel)];
      if (server.code === 201) allowed++;
      if (isSame(server, ours)) return;
      different++;
      console.log(JSON.stringify({ channel, server, ours, case: one }));
    });
    console.error(`${minor} ${channel}: ${cases.length} routes, ${allowed} allowed, ${different} with differences`);
  }
}

const [minor = '1.36', seed = '1', count = '3000'] = process.argv.slice(2);
explore(minor, Number(seed), Number(count)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
