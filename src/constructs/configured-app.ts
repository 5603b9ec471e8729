import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { ConfigMap } from '../api/kubernetes';
import { mark, recordsOrigin } from '../problems/origin-marks';
import { serviceNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import type { SettledData } from './configuration/config-data';
import { type SecretReferences, referSecrets, withSources } from './configuration/configure';
import { settleData } from './configuration/settle-data';
import type { ConfiguredAppProps, SecretKeys, SecretProps } from './configured-app-props';
import { defineObject } from './object';
import { Place } from './place';
import { ConfigMapReference } from './reference';
import { defaultsOf } from './scope-defaults';
import { hashSuffix } from './settings';
import { WebDeployment } from './web-deployment';
import type { WebDeploymentProps } from './web-deployment-props';
import { settleIdentity } from './workload/identity';

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
  private readonly settled: SettledData | undefined;

  /**
   * @param id Name of all objects, unless `name` is given: a DNS label that begins with a letter.
   * @throws {PropsError} for values that the API server would refuse, and for a Secret with a value
   */
  constructor(scope: Construct, id: string, props: ConfiguredAppProps<Setting, Secrets, Port>) {
    checkProps(scope, id, { ConfiguredApp }, props);
    super(scope, id);
    this.props = props as unknown as ConfiguredAppProps;
    this.place = new Place(this);
    this.settled = this.props.settings && settleData(this.place.at('settings'), this.props.settings);
    this.settings = this.referSettings();
    this.secrets = referSecrets(this.place.at('secrets'), this.secretProps);
    this.configMap = this.defineConfigMap();
    this.web = this.defineWorkload();
    this.node.defaultChild = this.web;
  }

  private get name(): string {
    return this.props.name ?? this.node.id;
  }

  private referSettings(): ConfigMapReference<Setting> {
    const keys = (this.settled?.keys ?? []) as readonly Setting[];
    this.place.at(this.props.name === undefined ? 'id' : 'name').check(serviceNameFlaw(this.name));
    const suffix = this.settled && this.props.rollout === 'immutable-name' ? hashSuffix(this.settled) : '';
    const name = `${defaultsOf(this).namePrefix}${this.name}${suffix}`;
    return new ConfigMapReference({ name, keys }, this.place.at('settings'));
  }

  private defineConfigMap(): ApiObject | undefined {
    const { rollout, overrides } = this.props;
    if (rollout !== undefined) this.place.at('rollout').oneOf(rollout, ['annotation', 'immutable-name', 'none']);
    if (this.settled === undefined) {
      if (overrides?.configMap !== undefined) this.place.at('overrides').oneOf('configMap', webObjects);
      return undefined;
    }
    const identity = settleIdentity(this, this.place, this.props, serviceNameFlaw);
    const configMap: ConfigMap = compact({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: identity.metadata({ name: this.settings.name }),
      immutable: rollout === 'immutable-name' ? true : undefined,
      data: this.settled.data,
      binaryData: this.settled.binaryData,
    } as const);
    return defineObject(this, 'configMap', configMap, overrides?.configMap);
  }

  private defineWorkload(): WebDeployment<Port> {
    const { settings, secrets: _secrets, rollout, overrides, ...web } = this.props;
    const { configMap: _configMap, ...webOverrides } = overrides ?? {};
    const rolledBy = (rollout ?? 'annotation') === 'annotation' ? this.settled : undefined;
    const reference = this.settings as ConfigMapReference<string>;
    const props = withSources(
      { ...web, name: this.name, overrides: webOverrides },
      {
        place: this.place,
        ...(settings && { settings: { reference, props: settings, rolledBy } }),
        secrets: this.secretProps,
        references: this.secrets,
      },
    );
    return new WebDeployment<Port>(this, 'web', props as unknown as WebDeploymentProps<Port>);
  }

  private get secretProps(): Readonly<Record<string, SecretProps<string>>> {
    return this.props.secrets ?? {};
  }
}
mark(ConfiguredApp, recordsOrigin);

/** What can be overridden where there is no ConfigMap. */
const webObjects = ['deployment', 'service', 'ingress'];
