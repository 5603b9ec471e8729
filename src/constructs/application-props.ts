import type { ConfigMap } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { SecretKeys, SecretProps, SettingsProps } from './configured-app-props';
import type { CronJobObject } from './cron-job-props';
import type { JobCompletion, JobRestart } from './job/job-spec-props';
import type { Labels } from './labels';
import type { StatefulAppObjects } from './stateful-app-props';
import type { WebDeploymentObjects } from './web-deployment-props';
import type { WorkerObjects } from './worker-props';
import type { Strategy } from './workload/rollout';
import type { Scale } from './workload/scaling';
import type { StatefulUpdate } from './workload/stateful-update';

/** What the application says for its parts. */
type Settled = 'name' | 'app' | 'selectorLabels' | 'image';

/** A part that may run another image. */
interface OwnImage {
  /**
   * Image of this part.
   * @default - that of the application
   */
  readonly image?: string;
}

/** The part that answers requests: a `WebDeployment`. */
export type ApplicationWebProps<Port extends string = string> = Omit<WebDeploymentObjects<Port>, Settled> &
  OwnImage &
  Scale &
  Strategy;

/** A part that takes its work from elsewhere: a `Worker`. */
export type ApplicationWorkerProps = Omit<WorkerObjects<string>, Settled> & OwnImage & Scale & Strategy;

/** A part that runs at certain times: a `CronJob`. */
export type ApplicationScheduleProps = Omit<CronJobObject<string, string, string>, Settled> &
  OwnImage &
  JobCompletion &
  JobRestart<string>;

/** Where the parts find the database. */
export interface DatabaseAddress<Port extends string> {
  /** Variable with the name of the database's Service. */
  readonly host: string;
  /**
   * Variable with the number of the port.
   * @default - none
   */
  readonly port?: string;
  /**
   * Which port it is.
   * @default - the only one
   */
  readonly of?: Port;
}

/** The part that keeps data: a `StatefulApp` of another image. */
export type ApplicationDatabaseProps<Port extends string = string, Claim extends string = string> = Omit<
  StatefulAppObjects<Port, Claim>,
  'name' | 'app' | 'selectorLabels'
> &
  Scale &
  StatefulUpdate & {
    /**
     * Variables in which every other part finds it, such as `{ host: 'DATABASE_HOST', port: 'DATABASE_PORT' }`.
     * @default - none
     */
    readonly address?: DatabaseAddress<NoInfer<Port>>;
  };

/**
 * A whole application: what its parts have in common is said once.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export interface ApplicationProps<
  Setting extends string = string,
  Secrets extends SecretKeys = SecretKeys,
  Port extends string = string,
  WorkerName extends string = string,
  ScheduleName extends string = string,
  DatabasePort extends string = string,
  Claim extends string = string,
> {
  /** Image of every part that names none itself, with tag or digest. The database has one of its own. */
  readonly image: string;
  /**
   * Name of the application and beginning of the names of its parts: at most 40 characters.
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Labels of every object and Pod.
   * @default - those of the chart and of the scopes around it
   */
  readonly labels?: Labels;
  /**
   * Settings that every part but the database reads. A change rolls web and workers.
   * @default - none, and no ConfigMap
   */
  readonly settings?: SettingsProps<Setting>;
  /**
   * Secrets that every part but the database reads, by a name of your choice.
   * @default - none
   */
  readonly secrets?: { readonly [Alias in keyof Secrets]: SecretProps<Secrets[Alias]> };
  /** What answers requests; named like the application. */
  readonly web: ApplicationWebProps<Port>;
  /**
   * What takes its work from elsewhere, by name.
   * @default - none
   */
  readonly workers?: { readonly [Name in WorkerName]: ApplicationWorkerProps };
  /**
   * What runs at certain times, by name.
   * @default - none
   */
  readonly schedules?: { readonly [Name in ScheduleName]: ApplicationScheduleProps };
  /**
   * What keeps the data. Only the other parts may reach it, unless its `networkPolicy` says otherwise.
   * @default - none
   */
  readonly database?: ApplicationDatabaseProps<DatabasePort, Claim>;
  /**
   * Changes to the ConfigMap; each part takes its own.
   * @default - none
   */
  readonly overrides?: { readonly configMap?: Patch<ConfigMap> };
}
