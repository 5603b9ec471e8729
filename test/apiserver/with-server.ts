import { homedir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from './build-server';
import type { ApiClient } from './client';
import { prepareCluster } from './prepare';
import { Resources } from './resources';
import { startServer } from './servers';
import type { ServerAccess, ServerOptions } from './servers';

/**
 * Builds the API server of a minor where it is not there yet, starts it, and ends it when the work is done or has failed. What is
 * built lies in the user's cache folder.
 */
export async function withServer(
  minor: string,
  work: (client: ApiClient, resources: Resources, access: ServerAccess) => Promise<void>,
  options: ServerOptions = {},
): Promise<void> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const program = buildServer(minor, join(cache, 'plimsoll-apiserver', minor));
  const server = await startServer(program, options);
  try {
    const resources = await Resources.of(server.client);
    await prepareCluster(server.client, resources);
    await work(server.client, resources, server.access);
  } finally {
    await server.stop();
  }
}
