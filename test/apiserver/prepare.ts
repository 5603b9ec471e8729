import { clusterObjects, namespaces, serviceAccounts } from '../corpus/cluster';
import type { ApiClient } from './client';
import type { Resources } from './resources';
import { typeOf } from './resources';

/** Puts into an empty cluster what the corpus takes for given. Without controllers nobody else makes service accounts. */
export async function prepareCluster(client: ApiClient, resources: Resources): Promise<void> {
  for (const object of clusterObjects()) {
    const { apiVersion, kind } = typeOf(object);
    await put(client, resources.path(apiVersion, kind, 'default'), object);
  }
  for (const namespace of Object.values(namespaces)) await addServiceAccounts(client, namespace);
}

/** Makes a namespace with its service accounts. */
export async function addNamespace(client: ApiClient, name: string): Promise<void> {
  await put(client, '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  await addServiceAccounts(client, name);
}

async function addServiceAccounts(client: ApiClient, namespace: string): Promise<void> {
  for (const name of serviceAccounts) {
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } };
    await put(client, `/api/v1/namespaces/${namespace}/serviceaccounts`, account);
  }
}

async function put(client: ApiClient, path: string | undefined, object: object): Promise<void> {
  if (path === undefined) throw new Error(`The server does not serve ${JSON.stringify(object)}.`);
  const answer = await client.send('POST', path, JSON.stringify(object));
  if (answer.code !== 201) throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`);
}
