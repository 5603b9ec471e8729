import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { mark, recordsOrigin } from '../problems/origin-marks';
import { labelNameFlaw } from '../values/name';
import type { ApplicationDatabaseProps, ApplicationProps } from './application-props';
import { checkProps } from './check-props';
import { compact } from './compact';
import type { SettledData } from './configuration/config-data';
import { type SecretReferences, type Sources, referSecrets, withSources } from './configuration/configure';
import { settleData } from './configuration/settle-data';
import type { SecretKeys } from './configured-app-props';
import { CronJob } from './cron-job';
import type { CronJobProps } from './cron-job-props';
import { checkLabels, selectorLabels } from './labels';
import { defineObject } from './object';
import { settleMetadata } from './metadata';
import { Place } from './place';
import { type ContainerPortProps, portProps } from './pod/port';
import { ConfigMapReference } from './reference';
import { defaultsOf } from './scope-defaults';
import { StatefulApp } from './stateful-app';
import type { StatefulAppProps } from './stateful-app-props';
import { WebDeployment } from './web-deployment';
import type { WebDeploymentProps } from './web-deployment-props';
import { Worker } from './worker';
import type { WorkerProps } from './worker-props';

/** Room for the names of the parts: that of a CronJob may have 52 characters with it. */
const longestName = 40;

/**
 * A whole application: what answers requests, what works behind it, what runs at certain times and what keeps the data, with
 * one image, one set of settings and Secrets, and nobody else at the data.
 *
 * @example
 * const shop = new Application(chart, 'shop', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   settings: { data: { LOG_LEVEL: 'info' } },
 *   secrets: { login: { name: 'shop-database', keys: ['password'], env: { DATABASE_PASSWORD: 'password' } } },
 *   web: { ports: { http: 8080 }, replicas: 2, ingress: { host: 'shop.example.com' } },
 *   workers: { mail: { args: ['work', 'mail'] } },
 *   schedules: { report: { args: ['report'], schedule: cron.daily({ hour: 3 }) } },
 *   database: {
 *     image: 'registry.example.com/postgres:16.4',
 *     ports: { postgres: 5432 },
 *     claims: { data: { storage: '10Gi', mountPath: '/var/lib/postgresql' } },
 *     address: { host: 'DATABASE_HOST', port: 'DATABASE_PORT' },
 *   },
 * });
 * void shop.workers.mail; // each part is a construct of its own; shop.workers.mial does not compile
 */
export class Application<
  const Setting extends string = never,
  const Secrets extends SecretKeys = Record<never, never>,
  Port extends string = never,
  WorkerName extends string = never,
  ScheduleName extends string = never,
  DatabasePort extends string = never,
  Claim extends string = never,
> extends Construct {
  /** The settings, for other containers: `shop.settings.key('LOG_LEVEL')`. */
  readonly settings: ConfigMapReference<Setting>;
  /** The Secrets by alias, for other containers. */
  readonly secrets: SecretReferences<Secrets>;
  /** The ConfigMap; `undefined` without settings. */
  readonly configMap: ApiObject | undefined;
  /** What answers requests. */
  readonly web: WebDeployment<Port>;
  /** What takes its work from elsewhere, by name. */
  readonly workers: { readonly [Name in WorkerName]: Worker<string> };
  /** What runs at certain times, by name. */
  readonly schedules: { readonly [Name in ScheduleName]: CronJob<string, string, string> };
  /** What keeps the data; `undefined` without. */
  readonly database: StatefulApp<DatabasePort, Claim> | undefined;

  // Not of the type parameters, so that any Application can be passed where one with others is asked for.
  private readonly props: ApplicationProps;
  private readonly place: Place;
  private readonly name: string;
  private readonly settled: SettledData | undefined;

  /**
   * @param id Name of the application, unless `name` is given: a DNS label of up to 40 characters.
   * @throws {PropsError} for values that the API server would refuse, and for a Secret with a value
   */
  constructor(
    scope: Construct,
    id: string,
    props: ApplicationProps<Setting, Secrets, Port, WorkerName, ScheduleName, DatabasePort, Claim>,
  ) {
    checkProps(scope, id, { Application }, props);
    super(scope, id);
    this.props = props as unknown as ApplicationProps;
    this.place = new Place(this);
    this.name = this.settleName();
    checkLabels(this.place.at('labels'), this.props.labels);
    this.settled = this.props.settings && settleData(this.place.at('settings'), this.props.settings);
    this.configMap = this.defineConfigMap();
    this.settings = this.referSettings();
    this.secrets = referSecrets(this.place.at('secrets'), this.props.secrets ?? {});
    this.web = this.defineWeb();
    this.workers = this.defineWorkers() as typeof this.workers;
    this.schedules = this.defineSchedules() as typeof this.schedules;
    this.database = this.defineDatabase();
    this.node.defaultChild = this.web;
  }

  private settleName(): string {
    const { name = this.node.id } = this.props;
    const place = this.place.at(this.props.name === undefined ? 'id' : 'name');
    place.check(labelNameFlaw(name));
    if (name.length > longestName) {
      place.refuse({
        found: `${name.length} characters long`,
        allowed: `at most ${longestName}: the names of the parts begin with it`,
        fix: 'shorten it',
      });
    }
    return name;
  }

  private defineConfigMap(): ApiObject | undefined {
    const { labels, overrides } = this.props;
    if (this.settled === undefined) {
      if (overrides?.configMap !== undefined) this.place.at('overrides').oneOf('configMap', []);
      return undefined;
    }
    const asked = { name: this.name, labels: { ...labels, ...selectorLabels(this.name) } };
    const configMap: api.ConfigMap = compact({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: settleMetadata(this, this.place, 'ConfigMap', asked, labelNameFlaw),
      data: this.settled.data,
      binaryData: this.settled.binaryData,
    } as const);
    return defineObject(this, 'configMap', configMap, overrides?.configMap);
  }

  private referSettings(): ConfigMapReference<Setting> {
    const keys = (this.settled?.keys ?? []) as readonly Setting[];
    return new ConfigMapReference({ name: this.configMap?.name ?? this.name, keys }, this.place.at('settings'));
  }

  private defineWeb(): WebDeployment<Port> {
    const { web } = this.props;
    const props = { ...this.part(web, this.settled), name: this.name };
    return new WebDeployment<Port>(this, 'web', props as unknown as WebDeploymentProps<Port>);
  }

  private defineWorkers(): Readonly<Record<string, Worker<string>>> {
    return this.each(this.props.workers, (name, given) => {
      const props = { ...this.part(given, this.settled), name: `${this.name}-${name}` };
      return new Worker(this, `worker-${name}`, props as unknown as WorkerProps);
    });
  }

  private defineSchedules(): Readonly<Record<string, CronJob<string, string, string>>> {
    return this.each(this.props.schedules, (name, given) => {
      // What runs anew each time reads the settings anew.
      const props = { ...this.part(given, undefined), name: `${this.name}-${name}` };
      return new CronJob<string, string, string>(this, `schedule-${name}`, props as unknown as CronJobProps);
    });
  }

  private defineDatabase(): StatefulApp<DatabasePort, Claim> | undefined {
    if (this.props.database === undefined) return undefined;
    const { address: _address, ...database } = this.props.database as ApplicationDatabaseProps;
    const others = [this.web, ...Object.values(this.workers), ...Object.values(this.schedules)];
    const props = {
      networkPolicy: { allowFrom: others },
      ...database,
      labels: { ...this.props.labels, ...database.labels },
      name: this.databaseName,
      app: this.name,
    };
    return new StatefulApp(this, 'database', props as unknown as StatefulAppProps<DatabasePort, Claim>);
  }

  /** What a part has in common with the others, and over it what it says itself. */
  private part<Given extends { readonly image?: string; readonly labels?: object }>(
    given: Given,
    rolledBy: SettledData | undefined,
  ): Given & { readonly image: string } {
    const { image, labels, secrets = {}, settings } = this.props;
    const reference = this.settings as ConfigMapReference<string>;
    const sources: Sources = {
      place: this.place,
      ...(settings && { settings: { reference, props: settings, rolledBy } }),
      secrets,
      references: this.secrets,
    };
    const own = withSources(
      { ...given, env: { ...this.databaseEnv(), ...(given as { readonly env?: object }).env } },
      sources,
    );
    return { ...own, image: given.image ?? image, labels: { ...labels, ...given.labels }, app: this.name };
  }

  private databaseEnv(): Readonly<Record<string, string | number>> {
    const { address, headlessService, ports = {} } = this.props.database ?? {};
    if (address === undefined) return {};
    const place = this.place.at('database').at('address');
    const names = Object.keys(ports);
    if (address.of === undefined && names.length !== 1) {
      place.at('of').refuse({
        found: `left out, of ${names.length} ports`,
        allowed: 'the only port of the database, or one named here',
        fix: names.length === 0 ? 'declare one in `ports`' : `write one of ${names.join(', ')}`,
      });
    }
    const of = address.of ?? names[0]!;
    place.at('of').oneOf(of, names);
    // With the prefix of the scope, as the StatefulApp will print it.
    const host = `${defaultsOf(this).namePrefix}${headlessService?.name ?? this.databaseName}`;
    const { containerPort } = portProps<ContainerPortProps>(
      (ports as Record<string, number | ContainerPortProps>)[of]!,
    );
    return { [address.host]: host, ...(address.port !== undefined && { [address.port]: containerPort }) };
  }

  /** Makes a part for each name. */
  private each<Given, Part>(
    parts: Readonly<Record<string, Given>> | undefined,
    make: (name: string, given: Given) => Part,
  ): Readonly<Record<string, Part>> {
    return Object.fromEntries(Object.entries(parts ?? {}).map(([name, given]) => [name, make(name, given)]));
  }

  private get databaseName(): string {
    return `${this.name}-database`;
  }
}
mark(Application, recordsOrigin);
