import type { ProblemText } from './catalogue';

/**
 * Codes 7xxx: what objects have to do with each other. 70xx references, 71xx selectors and ports, 72xx rollouts, disruptions
 * and schedules, 73xx the network, 74xx secrets, images and permissions.
 */
export const crossObjectProblems = {
  PLM7001: {
    severity: 'warning',
    title: 'an object that is referred to is missing',
    why: 'The reference leads nowhere: Pods do not start, or traffic ends in an error.',
    fix: 'Correct the name, add the object, or declare that it exists elsewhere.',
  },
  PLM7002: {
    severity: 'error',
    title: 'a key of a ConfigMap or Secret is missing',
    why: 'A container that asks for a key that is not there does not start.',
    fix: 'Correct the key, add it to the ConfigMap or Secret, or mark the reference as `optional`.',
  },
  PLM7003: {
    severity: 'error',
    title: 'a Service does not have the port that is referred to',
    why: 'Traffic is sent to ports of the Service, not of the containers: to a port that it does not have, nothing goes through.',
    fix: 'Name one of the ports of the Service, or add the port to it.',
  },
  PLM7004: {
    severity: 'warning',
    title: 'a namespace is missing',
    why: 'Objects of a namespace that does not exist are refused.',
    fix: 'Correct the name, add the Namespace, or declare that it exists elsewhere.',
  },
  PLM7005: {
    severity: 'warning',
    title: 'of two objects that need each other, one names no namespace',
    why: 'They find each other only if whoever applies them happens to choose the namespace that the other one names.',
    fix: 'Give both the same namespace.',
  },
  PLM7006: {
    severity: 'warning',
    title: 'an object comes before what defines it',
    why: 'What is applied goes from top to bottom, and what is not known yet is refused.',
    fix: 'Put the CustomResourceDefinition or the Namespace first: let the objects depend on it, or give it a chart of its own.',
  },
  PLM7101: {
    severity: 'warning',
    title: 'a selector selects nothing',
    why: 'A Service without Pods answers nobody; a budget or a policy without Pods protects nothing.',
    fix: 'Let the selector and the labels of the Pods agree.',
  },
  PLM7102: {
    severity: 'warning',
    title: 'a selector takes in the Pods of another workload',
    why: 'A Service sends a share of its traffic to Pods that do not listen, or a budget counts Pods that cannot stand in for each other.',
    fix: 'Add a label to the selector that only the Pods which are meant have.',
  },
  PLM7103: {
    severity: 'warning',
    title: 'the selectors of two workloads overlap',
    why: 'Each takes the Pods of the other for its own: they are counted, scaled and deleted for the wrong one.',
    fix: 'Give each workload a selector with a label of its own, and its Pods that label.',
  },
  PLM7104: {
    severity: 'error',
    title: 'a Service sends traffic to a port on which no container listens',
    why: 'Connections to the Service are refused.',
    fix: 'Set `targetPort` to the name or number of a port of the containers.',
  },
  PLM7105: {
    severity: 'error',
    title: 'a probe or hook asks a port that its container does not have',
    why: 'The name cannot be resolved, so the probe fails each time: the Pod is never ready, or is restarted again and again.',
    fix: 'Use the name of a port of the same container, or a number.',
  },
  PLM7201: {
    severity: 'error',
    title: 'Pods are guarded by two PodDisruptionBudgets',
    why: 'Pods with more than one budget cannot be evicted at all: nodes cannot be drained.',
    fix: 'Keep one of the budgets, or make their selectors exclude each other.',
  },
  PLM7202: {
    severity: 'warning',
    title: 'a PodDisruptionBudget allows no eviction',
    why: 'Draining a node waits forever: upgrades of the cluster stop there.',
    fix: 'Allow at least one Pod to be unavailable, or run more replicas than must be available.',
  },
  PLM7203: {
    severity: 'warning',
    title: 'a workload that is scaled automatically has a fixed number of replicas',
    why: 'Each time the manifest is applied, the number goes back to what it says, whatever the load is.',
    fix: 'Leave `replicas` out, and set the least number of the autoscaler.',
  },
  PLM7204: {
    severity: 'warning',
    title: 'a rolling update cannot attach its volume',
    why: 'The claim can be used on one node at a time: a new Pod on another node waits for the old one, which waits for the new one.',
    fix: 'Use the strategy `Recreate` (or `maxSurge: 0`), a StatefulSet, or a claim with ReadWriteMany.',
  },
  PLM7205: {
    severity: 'warning',
    title: 'a CronJob never runs',
    why: 'No month has the days that its schedule asks for.',
    fix: 'Choose a day that exists; a CronJob that is started by hand only says so with `suspend: true`.',
  },
  PLM7301: {
    severity: 'warning',
    title: 'two routes claim the same host and path',
    why: 'Which of the two is used depends on the controller and on their age.',
    fix: 'Give each a host or a path of its own, or make one route of them.',
  },
  PLM7302: {
    severity: 'error',
    title: 'two Services claim the same port or address',
    why: 'The API server refuses the one that comes second.',
    fix: 'Give one of them another, or leave the choice to the cluster.',
  },
  PLM7303: {
    severity: 'warning',
    title: 'two programs claim the same port of an address',
    why: 'The first one gets the port; the other is not scheduled, or ends with an error.',
    fix: 'Give one of them another port.',
  },
  PLM7304: {
    severity: 'warning',
    title: 'a NetworkPolicy keeps Pods from asking for names',
    why: 'The Pods may reach others but not DNS: they cannot find the addresses of those that they may reach.',
    fix: 'Allow UDP and TCP to port 53 of the DNS servers, which are in the namespace kube-system.',
  },
  PLM7305: {
    severity: 'warning',
    title: 'a NetworkPolicy cuts a connection that is needed',
    why: 'What the objects say of who needs whom, and what the policies let through, do not agree.',
    fix: 'Allow the port of the Pods (not of the Service) between the two, on both sides where both are restricted.',
  },
  PLM7401: {
    severity: 'warning',
    title: 'a Secret is in plain text',
    why: 'Whoever can read the manifests can read it; base64 hides nothing, and Git forgets nothing.',
    fix: 'Refer to a Secret that is made elsewhere, or use a SealedSecret, an ExternalSecret or SOPS. Renew what was committed.',
  },
  PLM7402: {
    severity: 'warning',
    title: 'a value looks like a credential',
    why: 'Whoever can read the manifests, or list the objects of the namespace, can read it.',
    fix: 'Put it into a Secret that is made elsewhere, and refer to that. Renew what was committed.',
  },
  PLM7403: {
    severity: 'warning',
    title: 'an image has no fixed version',
    why: 'The tag moves: the same manifest runs another program tomorrow, and different ones on two nodes.',
    fix: 'Name a version, or better a digest.',
  },
  PLM7404: {
    severity: 'warning',
    title: 'somebody may do everything',
    why: 'Whoever gets hold of it owns the cluster or the namespace.',
    fix: 'List the verbs and resources that are needed.',
  },
  PLM7405: {
    severity: 'warning',
    title: 'a role lets its holder become more than it is',
    why: 'With it one can read all Secrets, act inside all Pods, or take other permissions for oneself: it is close to being administrator.',
    fix: 'Take the permission out, restrict it by `resourceNames`, or grant it in one namespace only.',
  },
} as const satisfies Record<string, ProblemText>;
