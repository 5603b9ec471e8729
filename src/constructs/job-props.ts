import type { Job, LabelSelector } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { JobCompletion, JobLimits, JobPodProps, JobRestart } from './job/job-spec-props';

/** The props of a `Job` that stand each for itself. */
export interface JobObject<Port extends string, Main extends string, Beside extends string>
  extends JobPodProps<Port, Main, Beside>, JobLimits {
  /**
   * Whether the Job waits. Its deadline does not count while it does.
   * @default - not printed; it starts at once
   */
  readonly suspend?: boolean;
  /**
   * Changes to the Job, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<Job>;
}

/** How the Job finds its Pods, and how it is named. */
export type JobSelection =
  | {
      /**
       * Whether the Job finds its Pods by labels of yours in place of one that Kubernetes makes, which no other Job can have.
       * @default - not printed; no
       */
      readonly manualSelector?: false;
      readonly selector?: never;
      /**
       * `content` puts a hash of what cannot be changed in a Job (its Pod template above all) after the name, so that a change
       * makes a new Job beside the old one, in place of an update that the API server refuses. A change of the image, of a
       * variable or of a label of the Pods runs the Job once more.
       * @default - nothing is put after the name
       */
      readonly nameSuffix?: 'content';
    }
  | {
      readonly manualSelector: true;
      /**
       * How the Job finds its Pods; no other Pods may have these labels.
       * @default - the labels in `selectorLabels`
       */
      readonly selector?: LabelSelector;
      readonly nameSuffix?: never;
    };

/** Props of a `Job`. */
export type JobProps<
  Port extends string = string,
  Main extends string = string,
  Beside extends string = string,
> = JobObject<Port, Main, Beside> & JobCompletion & JobRestart<NoInfer<Main | Beside>> & JobSelection;
