import type { CronJobObject } from '../../src/constructs/cron-job-props';
import type { JobLimits, JobPodProps } from '../../src/constructs/job/job-spec-props';
import type { JobObject } from '../../src/constructs/job-props';
import type { PlainPodProps } from '../../src/constructs/plain-pod-props';
import { everyProp } from './everything';

const {
  service: _service,
  ingress: _ingress,
  podDisruptionBudget: _podDisruptionBudget,
  networkPolicy: _networkPolicy,
  serviceAccount: _serviceAccount,
  revisionHistoryLimit: _revisionHistoryLimit,
  progressDeadlineSeconds: _progressDeadlineSeconds,
  minReadySeconds: _minReadySeconds,
  paused: _paused,
  overrides: _overrides,
  ports: _ports,
  spread,
  ...flat
} = everyProp;

/** Every prop of a Pod with one main container. The compiler asks for each new one. */
export const everyPodProp: Required<PlainPodProps<'http'>> = {
  ...flat,
  ports: { http: { containerPort: 8080, protocol: 'TCP', hostPort: 18080, hostIP: '127.0.0.1' } },
  restartPolicy: 'Never',
  activeDeadlineSeconds: 60,
  overrides: { metadata: { annotations: { note: 'c' } } },
};

const { restartPolicy: _restartPolicy, activeDeadlineSeconds: _active, overrides: _patch, ...pod } = everyPodProp;

const every: Required<JobPodProps<'http', 'main', 'log' | 'prepare'> & JobLimits> = {
  ...pod,
  containerName: 'main',
  sidecars: { log: pod.sidecars.log! },
  initContainers: { prepare: pod.initContainers.prepare! },
  spread,
  podActiveDeadlineSeconds: 50,
  parallelism: 2,
  backoffLimit: 3,
  activeDeadlineSeconds: 600,
  ttlSecondsAfterFinished: 3600,
  podReplacementPolicy: 'Failed',
  managedBy: 'kueue.x-k8s.io/multikueue',
};

/** Every prop of a Job but those that exclude each other. The compiler asks for each new one. */
export const everyJobProp: Required<JobObject<'http', 'main', 'log' | 'prepare'>> = {
  ...every,
  suspend: true,
  overrides: { spec: { suspend: false } },
};

/** Every prop of a CronJob but those that exclude each other. The compiler asks for each new one. */
export const everyCronJobProp: Required<CronJobObject<'http', 'main', 'log' | 'prepare'>> = {
  ...every,
  schedule: '@daily',
  timeZone: 'Etc/UTC',
  concurrencyPolicy: 'Forbid',
  startingDeadlineSeconds: 60,
  successfulJobsHistoryLimit: 2,
  failedJobsHistoryLimit: 4,
  suspend: true,
  jobSuspend: true,
  jobLabels: { of: 'jobs' },
  jobAnnotations: { of: 'jobs' },
  overrides: { spec: { suspend: false } },
};
