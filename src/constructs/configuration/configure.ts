import type { SecretKeys, SecretProps, SettingsProps } from '../configured-app-props';
import type { Place } from '../place';
import type { Env, EnvFromValue } from '../pod/env';
import type { Mount } from '../pod/volume';
import { type Read, read } from '../reading';
import type { ConfigMapReference } from '../reference';
import { SecretReference } from '../reference';
import { hashOf } from '../settings';
import type { SettledData } from './config-data';

/** The Secrets of an app by alias, each with its keys. */
export type SecretReferences<Secrets extends SecretKeys> = {
  readonly [Alias in keyof Secrets]: SecretReference<Secrets[Alias]>;
};

/** What a program reads: settings and Secrets, and how. */
export interface Sources {
  readonly place: Place;
  readonly settings?: {
    readonly reference: ConfigMapReference<string>;
    readonly props: SettingsProps<string>;
    /** What changes roll the Pods. @default - none do */
    readonly rolledBy?: SettledData;
  };
  readonly secrets: Readonly<Record<string, SecretProps<string>>>;
  readonly references: Readonly<Record<string, SecretReference<string>>>;
}

/** The props of a container and its Pod that settings and Secrets go into. */
interface Reader {
  readonly env?: Env;
  readonly envFrom?: readonly EnvFromValue[];
  readonly volumeMounts?: readonly Mount[];
  readonly podAnnotations?: Readonly<Record<string, string>>;
}

/** Where the hash of the settings stands in the Pods; Helm charts use the same word. */
const hashAnnotation = 'checksum/config';

/**
 * The Secrets by alias.
 *
 * @throws {PropsError} for a Secret with a value
 */
export function referSecrets<Secrets extends SecretKeys>(
  place: Place,
  secrets: Readonly<Record<string, SecretProps<string>>>,
): SecretReferences<Secrets> {
  const references = Object.entries(secrets).map(([alias, secret]) => {
    refuseValues(place.at(alias), secret);
    return [alias, new SecretReference(secret, place.at(alias))] as const;
  });
  return Object.fromEntries(references) as unknown as SecretReferences<Secrets>;
}

/**
 * Props of a workload whose main container reads settings and Secrets. What the props say themselves comes last and wins.
 *
 * @throws {PropsError} for a key that is not declared, and for a path that is none
 */
export function withSources<Props extends Reader>(props: Props, sources: Sources): Props {
  const reads = [...readSettings(sources), ...readSecrets(sources)];
  const { rolledBy } = sources.settings ?? {};
  return {
    ...props,
    env: Object.assign({}, ...reads.map(({ env }) => env), props.env) as Env,
    envFrom: [...reads.flatMap(({ envFrom }) => envFrom), ...(props.envFrom ?? [])],
    volumeMounts: [...reads.flatMap(({ volumeMounts }) => volumeMounts), ...(props.volumeMounts ?? [])],
    podAnnotations: rolledBy ? { ...props.podAnnotations, [hashAnnotation]: hashOf(rolledBy) } : props.podAnnotations,
  };
}

function readSettings({ place, settings }: Sources): readonly Read[] {
  return settings ? [read(place.at('settings'), settings.reference, settings.props, 'settings')] : [];
}

function readSecrets({ place, references, secrets }: Sources): readonly Read[] {
  return Object.entries(secrets).map(([alias, secret]) =>
    read(place.at('secrets').at(alias), references[alias]!, secret, `secret-${alias}`.toLowerCase()),
  );
}

/** A value in plain text would be committed with `dist/`. The message does not repeat it. */
function refuseValues(place: Place, secret: object): void {
  for (const field of ['data', 'stringData', 'value', 'values', 'literals']) {
    if (field in secret) refuseValue(place.at(field));
  }
  const { keys } = secret as { readonly keys?: unknown };
  if (!Array.isArray(keys)) refuseValue(place.at('keys'));
}

function refuseValue(place: Place): never {
  return place.refuse({
    found: 'a place for values, which would end in plain text in dist/',
    allowed: 'the name of a Secret and the list of its keys',
    fix: 'create the Secret in the cluster (by hand, as a SealedSecret or ExternalSecret) and write { name, keys: [...] }',
  });
}
