import type { Field } from '../field';
import type { LinkKind } from '../link';
import type { Referrer } from '../referrer';
import { readHosts } from './host';

/**
 * What the Pods of a template refer to.
 *
 * @param replaced names of volumes that are replaced before the Pods are made, as by the claim templates of a StatefulSet
 */
export function readPod(spec: Field, refer: Referrer, replaced: readonly string[] = []): void {
  for (const volume of spec.at('volumes').items()) {
    if (!replaced.includes(volume.at('name').text)) readVolume(volume, refer);
  }
  for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
    for (const container of spec.at(list).items()) readContainer(container, refer);
  }
  const account = spec.at('serviceAccountName');
  refer.to('runs as', account.text === '' ? spec.at('serviceAccount') : account, { kind: 'ServiceAccount' });
  for (const secret of spec.at('imagePullSecrets').items())
    refer.to('pulls with', secret.at('name'), { kind: 'Secret' });
  const priority = { group: 'scheduling.k8s.io', kind: 'PriorityClass', namespace: null };
  refer.to('is of class', spec.at('priorityClassName'), priority);
  const runtime = { group: 'node.k8s.io', kind: 'RuntimeClass', namespace: null };
  refer.to('is of class', spec.at('runtimeClassName'), runtime);
  for (const claim of spec.at('resourceClaims').items()) {
    const group = 'resource.k8s.io';
    refer.to('claims', claim.at('resourceClaimName'), { group, kind: 'ResourceClaim' });
    refer.to('claims', claim.at('resourceClaimTemplateName'), { group, kind: 'ResourceClaimTemplate' });
  }
}

/** The drivers of volumes that take their password from a Secret. */
const drivers = ['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'] as const;

function readVolume(volume: Field, refer: Referrer): void {
  const { value } = volume;
  if (typeof value !== 'object' || value === null) return;
  readFiles(volume.at('configMap'), 'name', 'ConfigMap', refer);
  readFiles(volume.at('secret'), 'secretName', 'Secret', refer);
  for (const source of volume.at('projected', 'sources').items()) {
    readFiles(source.at('configMap'), 'name', 'ConfigMap', refer);
    readFiles(source.at('secret'), 'name', 'Secret', refer);
  }
  refer.to('claims', volume.at('persistentVolumeClaim', 'claimName'), { kind: 'PersistentVolumeClaim' });
  const storageClass = volume.at('ephemeral', 'volumeClaimTemplate', 'spec', 'storageClassName');
  refer.to('is of class', storageClass, { group: 'storage.k8s.io', kind: 'StorageClass', namespace: null });
  refer.to('mounts', volume.at('csi', 'nodePublishSecretRef', 'name'), { kind: 'Secret' });
  const provider = { group: 'secrets-store.csi.x-k8s.io', kind: 'SecretProviderClass' };
  refer.to('mounts', volume.at('csi', 'volumeAttributes', 'secretProviderClass'), provider);
  refer.to('mounts', volume.at('azureFile', 'secretName'), { kind: 'Secret' });
  for (const driver of drivers) {
    if (Object.hasOwn(value, driver)) refer.to('mounts', volume.at(driver, 'secretRef', 'name'), { kind: 'Secret' });
  }
}

function readFiles(source: Field, nameField: string, kind: string, refer: Referrer): void {
  if (!source.exists) return;
  const name = source.at(nameField);
  const isOptional = source.at('optional').value === true;
  refer.to('mounts', name, { kind }, { isOptional });
  for (const item of source.at('items').items()) {
    const key = item.at('key');
    refer.to('mounts', key, { kind, name: name.text }, { key: key.text, isOptional });
  }
}

function readContainer(container: Field, refer: Referrer): void {
  for (const source of container.at('envFrom').items()) {
    readWhole(source.at('configMapRef'), 'ConfigMap', refer);
    readWhole(source.at('secretRef'), 'Secret', refer);
  }
  for (const variable of container.at('env').items()) {
    const source = variable.at('valueFrom');
    if (source.exists) {
      readKey(source.at('configMapKeyRef'), 'ConfigMap', refer);
      readKey(source.at('secretKeyRef'), 'Secret', refer);
    } else {
      readHosts(variable.at('value'), refer);
    }
  }
}

function readWhole(source: Field, kind: string, refer: Referrer): void {
  if (!source.exists) return;
  refer.to('reads env from', source.at('name'), { kind }, { isOptional: source.at('optional').value === true });
}

function readKey(source: Field, kind: string, refer: Referrer): void {
  if (!source.exists) return;
  const does: LinkKind = 'reads env from';
  const name = source.at('name');
  const key = source.at('key');
  const isOptional = source.at('optional').value === true;
  refer.to(does, name, { kind }, { isOptional });
  refer.to(does, key, { kind, name: name.text }, { key: key.text, isOptional });
}
