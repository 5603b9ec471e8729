import type { ObjectIdentity } from '../problems/problem';
import { at, fieldsIn, mapsIn, textIn } from './data';
import type { Fields } from './data';
import type { Surroundings } from './surroundings';
import { readWorkload } from './workload';

/** A workload that reads a ConfigMap or Secret. */
export interface ConfigReader {
  readonly workload: ObjectIdentity;
  /** Whether its Pods see a change only when they start: as environment, or as a file of a `subPath`. Mounted files follow. */
  readonly onlyAtStart: boolean;
}

/** What goes on running, and so can go on with what it has read. */
const running = ['DaemonSet', 'Deployment', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

/** Who reads which ConfigMap or Secret, by `configKey`. What an add-on restarts by itself is left out. */
export function findConfigReaders(objects: Surroundings): ReadonlyMap<string, readonly ConfigReader[]> {
  const readers = new Map<string, ConfigReader[]>();
  for (const { identity, object } of objects.ofKinds(running)) {
    const data = object();
    const workload = readWorkload(identity, data);
    if (!workload || isReloaded(data?.metadata)) continue;
    for (const [key, onlyAtStart] of configsOf(workload.podSpec, identity.namespace)) {
      const reader: ConfigReader = { workload: identity, onlyAtStart };
      const others = readers.get(key);
      if (others) others.push(reader);
      else readers.set(key, [reader]);
    }
  }
  return readers;
}

/** What tells ConfigMaps and Secrets apart for their readers. */
export function configKey(kind: string, name: string, namespace = 'default'): string {
  return [kind, namespace, name].join('\0');
}

/** What a Pod reads, and whether it does so only when it starts. */
function configsOf(podSpec: Fields, namespace: string | undefined): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  const note = (kind: string, name: unknown, onlyAtStart: boolean): void => {
    if (typeof name !== 'string') return;
    const key = configKey(kind, name, namespace);
    found.set(key, found.get(key) === true || onlyAtStart);
  };
  const containers = ['initContainers', 'containers'].flatMap((list) => mapsIn(podSpec[list]));
  for (const { env, envFrom } of containers) {
    for (const { valueFrom } of mapsIn(env)) {
      note('ConfigMap', at(valueFrom, 'configMapKeyRef', 'name'), true);
      note('Secret', at(valueFrom, 'secretKeyRef', 'name'), true);
    }
    for (const source of mapsIn(envFrom)) {
      note('ConfigMap', at(source, 'configMapRef', 'name'), true);
      note('Secret', at(source, 'secretRef', 'name'), true);
    }
  }
  const partly = new Set(
    containers
      .flatMap(({ volumeMounts }) => mapsIn(volumeMounts))
      .filter((mount) => textIn(mount.subPath) !== '' || textIn(mount.subPathExpr) !== '')
      .map(({ name }) => name),
  );
  for (const volume of mapsIn(podSpec.volumes)) {
    const sources = [volume, ...mapsIn(at(volume, 'projected', 'sources'))];
    for (const source of sources) {
      note('ConfigMap', at(source, 'configMap', 'name'), partly.has(volume.name));
      note('Secret', at(source, 'secret', 'secretName') ?? at(source, 'secret', 'name'), partly.has(volume.name));
    }
  }
  return found;
}

/** https://github.com/stakater/Reloader watches ConfigMaps and restarts what reads them. */
function isReloaded(metadata: unknown): boolean {
  const annotations = Object.keys(fieldsIn(at(metadata, 'annotations')));
  return annotations.some((key) => /(?:^|\.)reloader\.stakater\.com\//.test(key));
}
