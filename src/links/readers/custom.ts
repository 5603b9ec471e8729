import type { Field } from '../field';
import type { ReferenceReader, Referrer } from '../referrer';
import { selectorOfLabelSelector } from '../selector';
import { groupOf } from '../kinds';

/** A Certificate of cert-manager: who issues it. */
export const readCertificate: ReferenceReader = (object, refer) => {
  const issuer = object.at('spec', 'issuerRef');
  const kind = issuer.at('kind').text || 'Issuer';
  const group = issuer.at('group').text || 'cert-manager.io';
  refer.to('is issued by', issuer.at('name'), { group, kind, ...(kind === 'ClusterIssuer' && { namespace: null }) });
};

/** An ExternalSecret: the store that it is read from. */
export const readExternalSecret: ReferenceReader = (object, refer) => {
  const store = object.at('spec', 'secretStoreRef');
  const kind = store.at('kind').text || 'SecretStore';
  const namespace = kind === 'ClusterSecretStore' ? { namespace: null } : {};
  refer.to('depends on', store.at('name'), { group: 'external-secrets.io', kind, ...namespace });
};

/** A ServiceMonitor of the Prometheus operator: the Services that it has measured. */
export const readServiceMonitor: ReferenceReader = (object, refer) => monitor(object, refer, 'Service');

/** A PodMonitor of the Prometheus operator: the Pods that it has measured. */
export const readPodMonitor: ReferenceReader = (object, refer) => monitor(object, refer, 'Pod');

function monitor(object: Field, refer: Referrer, kind: string): void {
  const selector = object.at('spec', 'selector');
  if (!selector.exists) return;
  const where = object.at('spec', 'namespaceSelector');
  const named = where.at('matchNames').texts;
  const namespaces = named.length > 0 ? named : [refer.namespace];
  const everywhere = where.at('any').value === true;
  const labels = selectorOfLabelSelector(selector);
  if (everywhere) refer.toSelectedWhere('selects', selector, labels, { requirements: [], text: '' });
  else refer.toSelected('selects', selector, labels, namespaces, kind);
}

/** A Rollout of Argo: the Services that it moves, and the Deployment that it may take its Pods from. */
export const readRollout: ReferenceReader = (object, refer) => {
  const strategy = object.at('spec', 'strategy');
  for (const service of ['canaryService', 'stableService']) {
    refer.to('depends on', strategy.at('canary', service), { kind: 'Service' });
  }
  for (const service of ['activeService', 'previewService']) {
    refer.to('depends on', strategy.at('blueGreen', service), { kind: 'Service' });
  }
  const workload = object.at('spec', 'workloadRef');
  const group = groupOf(workload.at('apiVersion').text);
  refer.to('depends on', workload.at('name'), { group, kind: workload.at('kind').text });
};

/** An IngressRoute of Traefik: the Services behind it. */
export const readIngressRoute: ReferenceReader = (object, refer) => {
  refer.to('terminates TLS with', object.at('spec', 'tls', 'secretName'), { kind: 'Secret' });
  for (const route of object.at('spec', 'routes').items()) {
    for (const service of route.at('services').items()) {
      const kind = service.at('kind').text || 'Service';
      const group = kind === 'Service' ? '' : 'traefik.io';
      const namespace = service.at('namespace').text || refer.namespace;
      // Traefik's own services have an @ in their names.
      if (service.at('name').text.includes('@')) continue;
      refer.to('routes to', service.at('name'), { group, kind, namespace }, { port: service.at('port') });
    }
  }
};
