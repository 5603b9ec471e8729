import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import type { GatewayChannel } from '../../../src/api/gateway';
import type { ApiClient } from '../client';
import { unzip } from './unzip';

/** The version of the Gateway API whose definitions `src/gateway/` has. */
export const gatewayVersion = 'v1.7.0';

/** The channels of the Gateway API. */
export const gatewayChannels: readonly GatewayChannel[] = ['standard', 'experimental'];

interface Definition {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** The definitions of routes of a channel, out of the Go module of the Gateway API. */
export function readDefinitions(channel: GatewayChannel, version: string = gatewayVersion): readonly Definition[] {
  const module = `sigs.k8s.io/gateway-api@${version}`;
  const options = { cwd: tmpdir(), encoding: 'utf8', env: { ...process.env, GOFLAGS: '' } } as const;
  // It fails where the module asks for a newer Go than there is, and has fetched and verified the archive all the same.
  const { stdout } = spawnSync('go', ['mod', 'download', '-json', module], options);
  const { Zip: archive } = JSON.parse(stdout) as { readonly Zip?: string };
  if (archive === undefined) throw new Error(`${module} cannot be fetched: ${stdout}`);
  const isWanted = (path: string): boolean =>
    new RegExp(`/config/crd/${channel}/gateway\\.networking\\.k8s\\.io_(?:http|grpc)routes\\.yaml$`).test(path);
  return [...unzip(readFileSync(archive), isWanted).values()].flatMap((text) =>
    parseAllDocuments(text).map((document) => document.toJS() as Definition),
  );
}

/** Gives a cluster these definitions, and waits until it serves them. */
export async function installDefinitions(client: ApiClient, definitions: readonly Definition[]): Promise<void> {
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  for (const definition of definitions) {
    const answer = await client.send('POST', path, JSON.stringify(definition));
    if (answer.code !== 201) throw new Error(`${definition.metadata.name}: ${JSON.stringify(answer.body)}`);
  }
  for (const { metadata } of definitions) {
    for (let attempt = 0; ; attempt++) {
      const resource = metadata.name.slice(0, metadata.name.indexOf('.'));
      const served = await client.send('GET', `/apis/gateway.networking.k8s.io/v1/namespaces/default/${resource}`);
      if (served.code === 200) break;
      if (attempt > 300) throw new Error(`${metadata.name} is not served.`);
      await sleep(200);
    }
  }
}
