import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Application, Role, api, cron, grant } from '../index';

/** A whole application from a few lines: what answers, what works, what runs at night, what keeps the data. */
export class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'study' });

    const shop = new Application(this, 'store-front', {
      image: 'registry.example.com/team/store-front:3.1.0',
      settings: { data: { LOG_LEVEL: 'info', CURRENCY: 'EUR' } },
      secrets: {
        login: { name: 'store-front-database', keys: ['password'], env: { DATABASE_PASSWORD: 'password' } },
      },
      web: {
        ports: { http: { containerPort: 8080, servicePort: 80 } },
        readinessProbe: { httpGet: { path: '/ready' } },
        resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { memory: '256Mi' } },
        autoscaling: { minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 },
        ingress: { host: 'shop.example.com', ingressClassName: 'nginx', tls: [{ secretName: 'shop-example-com' }] },
        priorityClassName: 'urgent',
      },
      workers: {
        mail: { args: ['work', 'mail'], serviceAccount: true, automountServiceAccountToken: true },
      },
      schedules: {
        stock: { args: ['count-stock'], schedule: cron.hourly({ minute: 15 }), concurrencyPolicy: 'Forbid' },
      },
      database: {
        image: 'registry.example.com/team/postgres:16.4',
        ports: { postgres: 5432 },
        writablePaths: ['/tmp', '/run/postgresql'],
        claims: { data: { storage: '10Gi', mountPath: '/var/lib/postgresql' } },
        address: { host: 'DATABASE_HOST', port: 'DATABASE_PORT' },
      },
    });

    // The worker reads the templates of its mails from ConfigMaps, and nothing else.
    new Role(this, 'read-templates', {
      rules: [grant(api.configMaps, 'get', 'list', 'watch')],
      subjects: [shop.workers.mail],
    });
  }
}
