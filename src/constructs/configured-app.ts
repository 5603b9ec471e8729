import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { ConfigMap } from '../api/kubernetes';
import { mark, recordsOrigin } from '../problems/origin-marks';
import { serviceNameFlaw } from '../values/name';
import { compact } from './compact';
import type { ConfiguredAppProps, SecretKeys, SecretProps, SettingsProps } from './configured-app-props';
import { defineObject } from './object';
import { Place } from './place';
import { type Read, read } from './reading';
import { ConfigMapReference, SecretReference } from './reference';
import { defaultsOf } from './scope-defaults';
import { checkSettings, hashOf } from './settings';
import { WebDeployment } from './web-deployment';
import type { WebDeploymentProps } from './web-deployment-props';
import { settleIdentity } from './workload/identity';

/** The Secrets of an app by alias, each with its keys. */
export type SecretReferences<Secrets extends SecretKeys> = {
  readonly [Alias in keyof Secrets]: SecretReference<Secrets[Alias]>;
};

/**
 * A `WebDeployment` with its settings in a ConfigMap and its Secrets by reference, rolled when the settings change.
 *
 * Secrets are named and their keys declared; their values never pass through here.
 *
 * @example
 * const app = new ConfiguredApp(chart, 'shop', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   ports: { http: 8080 },
 *   settings: { data: { LOG_LEVEL: 'info', REGION: 'eu' } },
 *   secrets: { database: { name: 'shop-database', keys: ['password'], env: { DB_PASSWORD: 'password' } } },
 * });
 * app.settings.key('LOG_LEVEL'); // for another container; app.settings.key('LOG_LEVLE') does not compile
 */
export class ConfiguredApp<
  const Setting extends string = never,
  const Secrets extends SecretKeys = Record<never, never>,
  Port extends string = never,
> extends Construct {
  /** The settings, for other containers: `app.settings.key('LOG_LEVEL')`. */
  readonly settings: ConfigMapReference<Setting>;
  /** The Secrets by alias, for other containers: `app.secrets.database.key('password')`. */
  readonly secrets: SecretReferences<Secrets>;
  /** The ConfigMap; `undefined` without settings. */
  readonly configMap: ApiObject | undefined;
  /** The Deployment and what stands around it. */
  readonly web: WebDeployment<Port>;

  // Not of the type parameters, so that any ConfiguredApp can be passed where one with other keys is asked for.
  private readonly props: ConfiguredAppProps;
  private readonly place: Place;

  /**
   * @param id Name of all objects, unless `name` is given: a DNS label that begins with a letter.
   * @throws {PropsError} for values that the API server would refuse, and for a Secret with a value
   */
  constructor(scope: Construct, id: string, props: ConfiguredAppProps<Setting, Secrets, Port>) {
    super(scope, id);
    this.props = props as unknown as ConfiguredAppProps;
    this.place = new Place(this);
    if (props.settings !== undefined) checkSettings(this.place.at('settings'), props.settings);
    this.settings = this.referSettings();
    this.secrets = this.referSecrets();
    this.configMap = this.defineConfigMap();
    this.web = this.defineWorkload();
    this.node.defaultChild = this.web;
  }

  private get name(): string {
    return this.props.name ?? this.node.id;
  }

  private referSettings(): ConfigMapReference<Setting> {
    const { settings, rollout } = this.props;
    const keys = [...Object.keys(settings?.data ?? {}), ...Object.keys(settings?.binaryData ?? {})] as Setting[];
    this.place.at(this.props.name === undefined ? 'id' : 'name').check(serviceNameFlaw(this.name));
    // Ten hexadecimal digits tell a trillion versions apart, and leave room for the name.
    const suffix = settings && rollout === 'immutable-name' ? `-${hashOf(settings).slice(0, 10)}` : '';
    const name = `${defaultsOf(this).namePrefix}${this.name}${suffix}`;
    return new ConfigMapReference({ name, keys }, this.place.at('settings'));
  }

  private referSecrets(): SecretReferences<Secrets> {
    const place = this.place.at('secrets');
    const references = Object.entries<SecretProps<string>>(this.props.secrets ?? {}).map(([alias, secret]) => {
      refuseValues(place.at(alias), secret);
      return [alias, new SecretReference(secret, place.at(alias))] as const;
    });
    return Object.fromEntries(references) as SecretReferences<Secrets>;
  }

  private defineConfigMap(): ApiObject | undefined {
    const { settings, rollout, overrides } = this.props;
    if (rollout !== undefined) this.place.at('rollout').oneOf(rollout, ['annotation', 'immutable-name', 'none']);
    if (settings === undefined) {
      if (overrides?.configMap !== undefined) this.place.at('overrides').oneOf('configMap', webObjects);
      return undefined;
    }
    const identity = settleIdentity(this, this.place, this.props, serviceNameFlaw);
    const configMap: ConfigMap = compact({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: identity.metadata({ name: this.settings.name }),
      immutable: rollout === 'immutable-name' ? true : undefined,
      data: { ...settings.data },
      binaryData: settings.binaryData,
    } as const);
    return defineObject(this, 'configMap', configMap, overrides?.configMap);
  }

  private defineWorkload(): WebDeployment<Port> {
    const { settings, secrets, rollout, overrides, ...web } = this.props;
    const reads = [
      ...(settings ? [this.readSettings(settings)] : []),
      ...Object.entries<SecretProps<string>>(secrets ?? {}).map(([alias, secret]) => this.readSecret(alias, secret)),
    ];
    const annotated = settings !== undefined && (rollout ?? 'annotation') === 'annotation';
    const { configMap: _configMap, ...webOverrides } = overrides ?? {};
    const props = {
      ...web,
      name: this.name,
      env: Object.assign({}, ...reads.map(({ env }) => env), web.env) as Read['env'],
      envFrom: [...reads.flatMap(({ envFrom }) => envFrom), ...(web.envFrom ?? [])],
      volumeMounts: [...reads.flatMap(({ volumeMounts }) => volumeMounts), ...(web.volumeMounts ?? [])],
      podAnnotations: annotated ? { ...web.podAnnotations, [hashAnnotation]: hashOf(settings) } : web.podAnnotations,
      overrides: webOverrides,
    };
    return new WebDeployment<Port>(this, 'web', props as unknown as WebDeploymentProps<Port>);
  }

  private readSettings(settings: SettingsProps<string>): Read {
    return read(this.place.at('settings'), this.settings as ConfigMapReference<string>, settings, 'settings');
  }

  private readSecret(alias: string, secret: SecretProps<string>): Read {
    const references: Readonly<Record<string, SecretReference<string>>> = this.secrets;
    return read(this.place.at('secrets').at(alias), references[alias]!, secret, `secret-${alias}`.toLowerCase());
  }
}
mark(ConfiguredApp, recordsOrigin);

/** What can be overridden where there is no ConfigMap. */
const webObjects = ['deployment', 'service', 'ingress'];

/** Where the hash of the settings stands in the Pods; Helm charts use the same word. */
const hashAnnotation = 'checksum/config';

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
