// `npm run test:cluster [MINOR...]`: starts kube-apiserver, applies the example application and the example of each construct for real, and
// asks it by `plimsoll check --server` and the real kubectl. What they answer on 1.36 is kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDefinitions, readDefinitions } from '../gateway/definitions';
import { withServer } from '../with-server';
import { applyExamples } from './apply-examples';
import { writeAnswers } from './answers';
import { askAll } from './ask-all';
import { plimsoll } from './ask-scenarios';
import { environmentFor } from './kubectl';
import { writeKubeconfig } from './kubeconfig';

const keptFor = '1.36';

async function main(minors: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-cluster-'));
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  try {
    for (const minor of minors) await look(minor, folder, (silent.address() as AddressInfo).port);
  } finally {
    for (const socket of sockets) socket.destroy();
    silent.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function look(minor: string, folder: string, silentPort: number): Promise<void> {
  const kubeconfig = join(folder, `kubeconfig-${minor}`);
  await withServer(
    minor,
    async (client, _, access) => {
      writeKubeconfig(kubeconfig, access, silentPort);
      await installDefinitions(client, readDefinitions('standard'));
      for (const [name, { dry, real }] of await applyExamples(client, kubeconfig)) {
        console.log(`${minor} ${name}: ${real.objects} objects, ${dry.applied} as a dry run, ${real.applied} applied`);
        for (const refusal of [...dry.refusals, ...real.refusals]) fail(`${minor} ${name}: ${refusal}`);
      }
      await askAboutApp(minor, kubeconfig);
      const answers = await askAll(minor, kubeconfig);
      if (minor === keptFor) writeAnswers(answers);
    },
    { authorization: 'RBAC' },
  );
}

/** The example application once more, by `plimsoll check --server`: there must be no difference. */
async function askAboutApp(minor: string, kubeconfig: string): Promise<void> {
  const root = join(__dirname, '..', '..', '..');
  const args = ['check', 'dist', '--server', '--json', '--kubernetes', minor];
  const { stdout } = await plimsoll(args, environmentFor(kubeconfig), root);
  const { problems, server } = JSON.parse(stdout) as {
    readonly problems: readonly { code: string }[];
    server?: object;
  };
  console.log(`${minor} check --server dist: ${JSON.stringify(server)}`);
  for (const found of problems.filter(({ code }) => code.startsWith('PLM53'))) fail(JSON.stringify(found));
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

const minors = process.argv.slice(2);
main(minors.length > 0 ? minors : ['1.27', '1.36']).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
