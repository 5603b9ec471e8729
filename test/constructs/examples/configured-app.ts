import type { Chart } from 'cdk8s';
import { ConfiguredApp } from '../../../src/constructs/configured-app';

/** The example of the doc comment of `ConfiguredApp`; a test compares the two. */
export function example(chart: Chart): void {
  const app = new ConfiguredApp(chart, 'shop', {
    image: 'registry.example.com/shop:1.4.2',
    ports: { http: 8080 },
    settings: { data: { LOG_LEVEL: 'info', REGION: 'eu' } },
    secrets: { database: { name: 'shop-database', keys: ['password'], env: { DB_PASSWORD: 'password' } } },
  });
  app.settings.key('LOG_LEVEL'); // for another container; app.settings.key('LOG_LEVLE') does not compile
}
