import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ConfigMap, ConfiguredApp, Secret, WebDeployment } from '../index';

/** Configuration: settings in ConfigMaps, secrets by reference, as variables and as files. */
export class Configuration extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'study' });

    // Settings as variables, a Secret as variables and another as files; rolled when the settings change. The Secrets are
    // made elsewhere: only their names and keys are known here.
    const shop = new ConfiguredApp(this, 'shop', {
      image: 'registry.example.com/team/shop:1.4.2',
      ports: { http: 8080 },
      settings: { data: { DATABASE_HOST: 'postgres', DATABASE_PORT: '5432', LOG_LEVEL: 'info' } },
      secrets: {
        database: {
          name: 'shop-database',
          keys: ['username', 'password'],
          env: { DATABASE_USER: 'username', DATABASE_PASSWORD: 'password' },
        },
        certificate: {
          name: 'shop-certificate',
          keys: ['tls.crt', 'tls.key'],
          files: { mountPath: '/etc/certificate', defaultMode: 0o400 },
        },
      },
      imagePullSecrets: ['registry-example-com'],
    });

    // Settings as files, in an immutable ConfigMap that has a new name for every content.
    new ConfiguredApp(this, 'proxy', {
      image: 'haproxy:3.0-alpine',
      ports: { http: 8080 },
      settings: {
        data: {
          'haproxy.cfg': [
            'frontend http',
            '  bind :8080',
            '  default_backend shop',
            'backend shop',
            `  server shop ${shop.web.port('http').service}:8080`,
            '',
          ].join('\n'),
        },
        files: { mountPath: '/usr/local/etc/haproxy' },
      },
      rollout: 'immutable-name',
    });

    // A ConfigMap by itself, and a program that reads one of its keys: a misspelt key does not compile. The login of the
    // registry and the certificate are Secrets that somebody else makes.
    const greeting = new ConfigMap(this, 'greeting', { data: { GREETING: 'hello', on: 'yes' } });
    new WebDeployment(this, 'greeter', {
      image: 'registry.example.com/team/greeter:2.0.0',
      imagePullSecrets: [Secret.dockerConfigJson('registry-example-com')],
      env: { GREETING: greeting.key('GREETING') },
      volumeMounts: [Secret.tls('greeter-certificate').files().mountedAt('/etc/certificate', { readOnly: true })],
      podAnnotations: { 'checksum/config': greeting.hash },
    });
  }
}
