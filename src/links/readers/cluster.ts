import type { Field } from '../field';
import type { ReferenceReader, Referrer } from '../referrer';

const rbac = 'rbac.authorization.k8s.io';

/** A RoleBinding or ClusterRoleBinding: the role, and who gets it. */
export const readRoleBinding: ReferenceReader = (object, refer) => {
  const role = object.at('roleRef');
  const kind = role.at('kind').text;
  refer.to('binds', role.at('name'), { group: rbac, kind, ...(kind === 'ClusterRole' && { namespace: null }) });
  for (const subject of object.at('subjects').items()) {
    if (subject.at('kind').text !== 'ServiceAccount') continue;
    const namespace = subject.at('namespace').text || refer.namespace;
    refer.to('grants to', subject.at('name'), { kind: 'ServiceAccount', namespace });
  }
};

/** The webhooks that the API server calls. */
export const readWebhooks: ReferenceReader = (object, refer) => {
  for (const webhook of object.at('webhooks').items()) readService(webhook.at('clientConfig', 'service'), refer);
};

/** A CustomResourceDefinition: the webhook that converts its versions. */
export const readDefinition: ReferenceReader = (object, refer) => {
  readService(object.at('spec', 'conversion', 'webhook', 'clientConfig', 'service'), refer);
};

/** An APIService: the Service that answers for it. */
export const readApiService: ReferenceReader = (object, refer) => readService(object.at('spec', 'service'), refer);

/** A binding of an admission policy. */
export const readPolicyBinding: ReferenceReader = (object, refer) => {
  const group = 'admissionregistration.k8s.io';
  refer.to('binds', object.at('spec', 'policyName'), { group, kind: 'ValidatingAdmissionPolicy', namespace: null });
};

function readService(service: Field, refer: Referrer): void {
  const port = service.at('port');
  const namespace = service.at('namespace').text;
  refer.to('calls', service.at('name'), { kind: 'Service', namespace }, { port, portNumber: port.number ?? 443 });
}
