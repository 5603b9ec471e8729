/** What each rule asks for, and why it is not met by default. */
export const reasons: Readonly<Record<string, string>> = {
  CKV_K8S_10: 'CPU requests: only the author knows how much',
  CKV_K8S_11: 'CPU limits: they slow down what could run on an idle node, and many leave them out on purpose',
  CKV_K8S_12: 'memory requests: only the author knows how much',
  CKV_K8S_13: 'memory limits: only the author knows how much',
  CKV_K8S_15: '`imagePullPolicy: Always`: with it, no Pod starts while the registry is down',
  CKV_K8S_43: 'image by digest: only whoever builds the image has it',
  CKV_K8S_8: 'liveness probe: a wrong one restarts what works, and only the author knows a right one',
  CKV_K8S_9: 'readiness probe: only the author knows what being ready means',
  CKV2_K8S_6: 'NetworkPolicy: only the author knows who talks to whom',
  'container-ephemeral-storage-request-and-limit': 'ephemeral storage: only the author knows how much',
  'container-image-pull-policy': 'as CKV_K8S_15',
  'container-resources': 'as CKV_K8S_10 to CKV_K8S_13',
  'cronjob-has-deadline': '`startingDeadlineSeconds`: only the author knows how late is too late',
  'deployment-has-host-podantiaffinity':
    'anti-affinity: the scheduler spreads Pods by default, and on large clusters it costs time',
  'deployment-has-poddisruptionbudget': 'PodDisruptionBudget: with one Pod, which is the default, it protects nothing',
  'deployment-replicas': 'two replicas: not every program stands a second one, and it costs twice as much',
  'horizontalpodautoscaler-replicas': '`minReplicas` from 2 up: as deployment-replicas',
  'pod-networkpolicy': 'as CKV2_K8S_6',
  'pod-probes': 'as CKV_K8S_8 and CKV_K8S_9',
  'pod-probes-identical': 'probes that differ: for nginx, one path says whether it answers at all',
  'statefulset-has-host-podantiaffinity': 'as deployment-has-host-podantiaffinity',
  'statefulset-has-poddisruptionbudget': 'as deployment-has-poddisruptionbudget',
};

const container = [
  'CKV_K8S_10',
  'CKV_K8S_11',
  'CKV_K8S_12',
  'CKV_K8S_13',
  'CKV_K8S_15',
  'CKV_K8S_43',
  'container-ephemeral-storage-request-and-limit',
  'container-image-pull-policy',
  'container-resources',
  'pod-networkpolicy',
];
const pod = [...container, 'CKV2_K8S_6', 'CKV_K8S_8'];
const unready = [...pod, 'CKV_K8S_9'];
const served = [...unready, 'pod-probes'];
const deployed = ['deployment-has-host-podantiaffinity', 'deployment-has-poddisruptionbudget'];

/** The rules that the linters have against plain constructs, by the names of the constructs; none for those not named. */
export const taste: Readonly<Record<string, readonly string[]>> = {
  WebDeployment: [...served, ...deployed, 'deployment-replicas'],
  'WebDeployment with everything beside it': [...served, ...deployed, 'horizontalpodautoscaler-replicas'],
  ConfiguredApp: [...served, ...deployed, 'deployment-replicas'],
  Application: [...served, ...deployed, 'deployment-replicas'],
  Worker: [...unready, ...deployed],
  StatefulApp: [...served, 'statefulset-has-host-podantiaffinity', 'statefulset-has-poddisruptionbudget'],
  'StatefulApp of one Pod': served,
  NodeAgent: unready,
  ReplicaSet: unready.filter((rule) => /^CKV/.test(rule)),
  NginxWithBackendDeployment: [...pod, ...deployed, 'pod-probes-identical'],
  NginxWithBackendPod: [...pod, 'pod-probes-identical'],
  Job: [...container, 'CKV2_K8S_6'],
  CronJob: [...container, 'cronjob-has-deadline'],
  Pod: unready,
  DebugPod: unready,
};
