import type { Chart } from 'cdk8s';
import { Application } from '../../../src/constructs/application';
import { cron } from '../../../src/constructs/job/cron';

/** The example of the doc comment of `Application`; a test compares the two. */
export function example(chart: Chart): void {
  const shop = new Application(chart, 'shop', {
    image: 'registry.example.com/shop:1.4.2',
    settings: { data: { LOG_LEVEL: 'info' } },
    secrets: { login: { name: 'shop-database', keys: ['password'], env: { DATABASE_PASSWORD: 'password' } } },
    web: { ports: { http: 8080 }, replicas: 2, ingress: { host: 'shop.example.com' } },
    workers: { mail: { args: ['work', 'mail'] } },
    schedules: { report: { args: ['report'], schedule: cron.daily({ hour: 3 }) } },
    database: {
      image: 'registry.example.com/postgres:16.4',
      ports: { postgres: 5432 },
      claims: { data: { storage: '10Gi', mountPath: '/var/lib/postgresql' } },
      address: { host: 'DATABASE_HOST', port: 'DATABASE_PORT' },
    },
  });
  void shop.workers.mail; // each part is a construct of its own; shop.workers.mial does not compile
}
