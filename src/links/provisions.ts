import { Field } from './field';
import { groupOf, kindKey } from './kinds';
import type { LinkedObject } from './linked-object';

/** A Secret or ConfigMap that an object holds, or that a controller makes of it. */
export interface Provision {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';
  readonly name: string;

  /** Its keys. @default - they are not known */
  readonly keys?: readonly string[];
}

/** What an object holds or makes for others to refer to by name, with the keys where they are known. */
export function provisionsOf({ identity, object }: LinkedObject): readonly Provision[] {
  const provide = providers.get(kindKey(groupOf(identity.apiVersion), identity.kind));
  return provide ? provide(new Field(object), identity.name) : [];
}

type Provider = (object: Field, name: string) => readonly Provision[];

const providers: ReadonlyMap<string, Provider> = new Map<string, Provider>([
  ['ConfigMap', (object, name) => [{ kind: 'ConfigMap', name, ...keysIn(object, 'data', 'binaryData') }]],
  ['Secret', (object, name) => [{ kind: 'Secret', name, ...keysIn(object, 'data', 'stringData') }]],
  ['apps/StatefulSet', claims],
  [
    'bitnami.com/SealedSecret',
    (object, name) => [
      {
        kind: 'Secret',
        name: object.at('spec', 'template', 'metadata', 'name').text || name,
        ...sealedKeys(object.at('spec')),
      },
    ],
  ],
  ['cert-manager.io/Certificate', certificate],
  ['external-secrets.io/ExternalSecret', externalSecret],
  ['gateway.networking.k8s.io/Gateway', gatewayCertificates],
  ['networking.k8s.io/Ingress', ingressCertificates],
  ['secrets.hashicorp.com/VaultDynamicSecret', (object) => named('Secret', object.at('spec', 'destination', 'name'))],
  ['secrets.hashicorp.com/VaultStaticSecret', (object) => named('Secret', object.at('spec', 'destination', 'name'))],
  ['trust.cert-manager.io/Bundle', (_object, name) => [{ kind: 'ConfigMap', name }]],
]);

/** Labels and annotations by which somebody else is asked to fill an object. */
const filledByOthers = /inject|reflector|replicate|cabundle/i;

function keysIn(object: Field, ...maps: readonly string[]): { readonly keys?: readonly string[] } {
  const keys = maps.flatMap((map) =>
    object
      .at(map)
      .entries()
      .map(([key]) => key),
  );
  const metadata = object.at('metadata');
  const marks = [...metadata.at('labels').entries(), ...metadata.at('annotations').entries()];
  // What is empty is there to be filled.
  return keys.length === 0 || marks.some(([key]) => filledByOthers.test(key)) ? {} : { keys };
}

function sealedKeys(spec: Field): { readonly keys?: readonly string[] } {
  const keys = [...spec.at('encryptedData').entries(), ...spec.at('template', 'data').entries()].map(([key]) => key);
  return keys.length === 0 ? {} : { keys };
}

function certificate(object: Field): readonly Provision[] {
  const spec = object.at('spec');
  const isPlain = !spec.at('keystores').exists && !spec.at('additionalOutputFormats').exists;
  const keys = isPlain ? { keys: ['tls.crt', 'tls.key', 'ca.crt'] } : {};
  const name = spec.at('secretName').text;
  return name === '' ? [] : [{ kind: 'Secret', name, ...keys }];
}

function externalSecret(object: Field, name: string): readonly Provision[] {
  const spec = object.at('spec');
  const target = spec.at('target');
  const isKnown =
    !spec.at('dataFrom').exists && !target.at('template').exists && target.at('creationPolicy').text !== 'Merge';
  const keys = spec
    .at('data')
    .items()
    .map((item) => item.at('secretKey').text);
  return [{ kind: 'Secret', name: target.at('name').text || name, ...(isKnown && keys.length > 0 && { keys }) }];
}

/** cert-manager fills the Secrets of an Ingress that asks for it. */
function ingressCertificates(object: Field): readonly Provision[] {
  if (!asksForCertificates(object)) return [];
  return object
    .at('spec', 'tls')
    .items()
    .flatMap((tls) => named('Secret', tls.at('secretName')));
}

function gatewayCertificates(object: Field): readonly Provision[] {
  if (!asksForCertificates(object)) return [];
  const references = object
    .at('spec', 'listeners')
    .items()
    .flatMap((it) => it.at('tls', 'certificateRefs').items());
  return references.flatMap((reference) => named('Secret', reference.at('name')));
}

function asksForCertificates(object: Field): boolean {
  const annotations = object.at('metadata', 'annotations').entries();
  return annotations.some(([key]) => /^(?:cert-manager\.io\/(?:cluster-)?issuer|kubernetes\.io\/tls-acme)$/.test(key));
}

/** The claims of the first Pods of a StatefulSet: `data-web-0`. */
function claims(object: Field, name: string): readonly Provision[] {
  const spec = object.at('spec');
  const replicas = Math.min(spec.at('replicas').number ?? 1, 100);
  const first = spec.at('ordinals', 'start').number ?? 0;
  return spec
    .at('volumeClaimTemplates')
    .items()
    .flatMap((claim) =>
      Array.from({ length: Math.max(0, replicas) }, (_, index) => ({
        kind: 'PersistentVolumeClaim' as const,
        name: `${claim.at('metadata', 'name').text}-${name}-${first + index}`,
      })),
    );
}

function named(kind: Provision['kind'], name: Field): readonly Provision[] {
  return name.text === '' ? [] : [{ kind, name: name.text }];
}
