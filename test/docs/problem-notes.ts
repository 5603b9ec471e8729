import type { ProblemCode } from '../../src/problems/catalogue';

/** What a page says of a code beyond its record: what is looked at, and what is left alone on purpose. */
export const problemNotes: Partial<Readonly<Record<ProblemCode, string>>> = {
  PLM7001: `ConfigMaps, claims, Services, ServiceAccounts, Roles and what an autoscaler scales usually come with whatever refers to them:
one that is missing is a warning. Secrets, classes, Gateways, issuers and ClusterRoles are mostly looked after by others, and
references to them are believed. References that are marked as \`optional\` are never reported, nor is what a custom resource
at hand may make: by its name, such as the Service \`orders-rw\` of a database cluster \`orders\`.

What exists elsewhere can be declared, each text with \`*\` for anything:

\`\`\`json
{ "objects": [{ "kind": "ConfigMap", "namespace": "shop", "name": "shared-*" }] }
\`\`\`

With \`"closed": true\` there is nothing but the objects at hand and those declared: then every reference that leads nowhere is an
error, of whatever kind.`,
  PLM7002: `Only where all keys are known: those of a ConfigMap, a Secret, a SealedSecret, a Certificate of cert-manager, or an
ExternalSecret that lists them. What is empty is there to be filled, and is not looked at.`,
  PLM7003: `An Ingress, a route or a webhook that asks for a port that is not there is an error. An address in an environment variable,
such as \`http://api:8080\` where the Service \`api\` has port 80 only, is a warning.`,
  PLM7004: `Namespaces are mostly made by others. Unless the world is declared closed (see [PLM7001](PLM7001.md)), only a name that is a
letter off a Namespace among the objects is reported.`,
  PLM7006: `Only inside one chart or file. Argo CD, Flux, Helm and Kustomize put such objects first by themselves.`,
  PLM7101: `Only in namespaces of which Pods are among the objects, and only where no custom resource may make the Pods: neither one
among the objects, nor one of a group that is defined among them and stands in a label of the selector. An empty selector is meant for
whatever comes, and is not reported.`,
  PLM7102: `Two versions of one program behind one Service are no mistake, as long as both listen on the port. A Service that names
its \`targetPort\` leaves out Pods that do not have that name, and is not reported either.`,
  PLM7103: `A ReplicaSet or ReplicationController takes in bare Pods with its labels as well.`,
  PLM7104: `A name that no container has is an error. A number need not be declared: it is a warning where the containers do declare
ports, and no Service leads to any of them.`,
  PLM7105: `Only names: probes are often answered on a port that is not declared.`,
  PLM7202: `With an autoscaler, its greatest number of Pods counts.`,
  PLM7204: `With one node, or where all Pods happen to be on the same node, the update goes through; two programs then write to one volume.`,
  PLM7205: `A CronJob with \`suspend: true\` is not looked at.`,
  PLM7301: `Ingresses of different classes are told apart, as are those that a controller tells apart by annotations, such as a canary.
Two routes to the same backend are no conflict. One Ingress that sends a path to two backends is one.`,
  PLM7302: `Between charts, which may be for two clusters, it is a warning.`,
  PLM7303: `Two containers of one Pod share its address; two DaemonSets with \`hostPort\` or \`hostNetwork\` share those of the nodes.`,
  PLM7304: `Pods that may reach nobody, or addresses only, need no names and are not reported.`,
  PLM7305: `Who needs whom is known where a Service leads to Pods, and where the address of a Service stands in an environment variable.
What cannot be known counts as allowed: IP blocks, and the labels of namespaces that are not among the objects. Nothing is said
where a network plugin has policies of its own, such as those of Cilium or Calico, nor of Pods about which there are more than 200 rules; of
a Service with many workloads, the first 20 are looked at.`,
  PLM7401: `Empty values, placeholders such as \`changeme\` or \`\${PASSWORD}\`, values that SOPS encrypted, certificates and user names are no
secrets.`,
  PLM7402: `By its form, such as a private key or a token of GitHub; or by a name that ends in \`PASSWORD\`, \`TOKEN\`, \`SECRET\` or \`API_KEY\`
with a value that is no placeholder, no path and no name. The value itself is never shown.`,
  PLM7404: `Every verb on every resource of the core group or of all groups; \`cluster-admin\` for a ServiceAccount; \`edit\` or more for
everybody.`,
  PLM7405: `ClusterRoles that a ClusterRoleBinding among the objects gives to somebody: reading all Secrets, \`pods/exec\`,
\`serviceaccounts/token\`, \`bind\`, \`escalate\` and \`impersonate\`.`,
};
