import { setTimeout as sleep } from 'node:timers/promises';
import type { Tree } from '../corpus/case';
import type { ApiClient } from './client';

/** What controllers would have done by now: a claim is bound, a definition served. Gives the object as it is stored then. */
export async function settle(client: ApiClient, at: string, created: Tree): Promise<Tree> {
  if (created.kind === 'CustomResourceDefinition') return established(client, at);
  if (created.kind !== 'PersistentVolumeClaim') return created;
  const spec = created.spec as Tree;
  const status = {
    phase: 'Bound',
    accessModes: spec.accessModes,
    capacity: { storage: ((spec.resources as Tree).requests as Tree).storage },
  };
  const bound = await client.send('PUT', `${at}/status`, JSON.stringify({ ...created, status }));
  if (bound.code !== 200) throw new Error(`${at} could not be bound: ${JSON.stringify(bound.body)}`);
  return bound.body;
}

/** Waits until the server itself has accepted the names of a definition and serves it. */
async function established(client: ApiClient, at: string): Promise<Tree> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { body } = await client.send('GET', at);
    const conditions = ((body.status as Tree).conditions ?? []) as readonly Tree[];
    if (conditions.some(({ type, status }) => type === 'Established' && status === 'True')) return body;
    await sleep(50);
  }
  throw new Error(`${at} is not established.`);
}

/**
 * Gives the new object what `kubectl apply` would leave as it is: what the server or a controller has set and the text does not
 * name. Services are completed by the server itself.
 */
export function carryServerSet(wanted: Tree, stored: Tree): Tree {
  if (isTree(wanted.metadata)) {
    wanted.metadata.resourceVersion ??= (stored.metadata as Tree).resourceVersion;
  }
  if (stored.kind === 'Job') wanted.spec ??= {};
  if (!isTree(wanted.spec)) return wanted;
  const before = stored.spec as Tree;
  switch (stored.kind) {
    case 'Job':
      carryJob(wanted.spec, before);
      break;
    case 'Pod':
      for (const field of ['serviceAccountName', 'serviceAccount', 'overhead', 'priorityClassName', 'nodeName'])
        keep(wanted.spec, before, field);
      carryToken(wanted.spec, before);
      break;
    case 'PersistentVolumeClaim':
      for (const field of ['storageClassName', 'volumeName']) keep(wanted.spec, before, field);
      break;
    case 'PersistentVolume':
      keep(wanted.spec, before, 'claimRef');
  }
  return wanted;
}

function carryJob(wanted: Tree, before: Tree): void {
  if (wanted.manualSelector === true) return;
  keep(wanted, before, 'selector');
  const labels = ((before.template as Tree).metadata as Tree | undefined)?.labels;
  const template = (wanted.template ??= {});
  if (!isTree(labels) || !isTree(template)) return;
  template.metadata ??= {};
  if (!isTree(template.metadata)) return;
  template.metadata.labels ??= {};
  if (!isTree(template.metadata.labels)) return;
  for (const name of [
    'controller-uid',
    'job-name',
    'batch.kubernetes.io/controller-uid',
    'batch.kubernetes.io/job-name',
  ]) {
    keep(template.metadata.labels, labels, name);
  }
}

const tokenVolume = 'kube-api-access-';

/** The volume with the token that service account admission adds, and its mounts. */
function carryToken(wanted: Tree, before: Tree): void {
  const added = (list: unknown): readonly Tree[] =>
    Array.isArray(list) ? (list as Tree[]).filter((item) => String(item?.name).startsWith(tokenVolume)) : [];
  const volumes = added(before.volumes);
  if (volumes.length === 0) return;
  if (wanted.volumes === undefined) wanted.volumes = [];
  if (Array.isArray(wanted.volumes)) wanted.volumes.push(...volumes);
  for (const field of ['containers', 'initContainers']) {
    const containers = wanted[field];
    if (!Array.isArray(containers)) continue;
    containers.forEach((container: unknown, index) => {
      const mounts = added(((before[field] as Tree[] | undefined)?.[index] ?? {}).volumeMounts);
      if (!isTree(container) || mounts.length === 0) return;
      if (container.volumeMounts === undefined) container.volumeMounts = [];
      if (Array.isArray(container.volumeMounts)) container.volumeMounts.push(...mounts);
    });
  }
}

function keep(wanted: Tree, before: Tree, field: string): void {
  if (wanted[field] == null && before[field] !== undefined) wanted[field] = before[field];
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
