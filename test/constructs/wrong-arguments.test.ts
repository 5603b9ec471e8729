import * as kinds from '../../src/api/resources';
import { ConfigMapReference } from '../../src/constructs/reference';
import { cron } from '../../src/constructs/job/cron';
import { dns, internet, podsIn } from '../../src/constructs/network/destination';
import { allowTraffic } from '../../src/constructs/network/traffic';
import { Volume } from '../../src/constructs/pod/volume';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { Secret } from '../../src/constructs/secret';
import { grant, grantUrls } from '../../src/constructs/tenancy/grant';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, refusalOf } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';
const none = (value: unknown): never => value as never;

test.each<readonly [string, () => unknown, string]>([
  [
    'of a mount, which would be writable',
    () =>
      new WebDeployment(chart(), 'web', {
        image,
        volumeMounts: [Volume.emptyDir('a').mountedAt('/a', none({ readonly: true }))],
      }),
    'test/web: volumeMounts[0].readonly is no prop of it; allowed: readOnly. To fix it, write readOnly.',
  ],
  [
    'of a scope',
    () => setDefaults(chart(), none({ profil: 'baseline' })),
    'defaults.profil is no prop of it; allowed: profile.',
  ],
  [
    'of a node',
    () => Volume.hostPath('logs', '/var/log', none({ typ: 'Directory' })),
    'Volume "logs": typ is no prop of it; allowed: type.',
  ],
  [
    'of a folder',
    () => Volume.emptyDir('a', none({ sizelimit: '1Gi' })),
    'sizelimit is no prop of it; allowed: sizeLimit.',
  ],
  ['of files', () => Secret.tls('a').files(none({ mode: 0o400 })), 'files.mode is no prop of it'],
  [
    'of a key',
    () => Secret.tls('a').key('tls.key', none({ optinal: true })),
    'options.optinal is no prop of it; allowed: optional.',
  ],
  [
    'of a time',
    () => cron.daily(none({ hour: 3, minutes: 5 })),
    'cron.daily(): minutes is no prop of it; allowed: minute.',
  ],
  ['of DNS', () => dns(none({ ports: 53 })), 'dns(): ports is no prop of it; allowed: port.'],
])('a misspelt option %s is refused', (_what, make, message) => {
  expect(refusalOf(make)).toContain(message);
});

test.each<readonly [string, () => unknown]>([
  ['Volume.emptyDir', () => Volume.emptyDir('a', none(null))],
  ['Volume.configMap', () => Volume.configMap('a', none(null))],
  ['Volume.secret', () => Volume.secret('a', 'b', none({ items: { k: null } }))],
  ['Volume.projected', () => Volume.projected('a', none({}))],
  ['Volume.downwardAPI', () => Volume.downwardAPI('a', none({ labels: 5 }))],
  ['Volume.persistentVolumeClaim', () => Volume.persistentVolumeClaim('a', none(undefined))],
  ['Volume.ephemeral', () => Volume.ephemeral('a', none([]))],
  ['Volume.csi', () => Volume.csi('a', none({}))],
  ['Volume.nfs', () => Volume.nfs('a', none(undefined))],
  ['Volume.from', () => Volume.from(none({}))],
  ['Secret.opaque', () => Secret.opaque('a', none(undefined))],
  ['Secret.tls', () => Secret.tls(none(undefined))],
  ['ConfigMapReference', () => new ConfigMapReference(none({ name: 'a' }))],
  ['cron.weekly', () => cron.weekly(none(null))],
  ['grant', () => grant(none('pods'), none('get'))],
  ['grant, a verb that is none', () => grant(kinds.pods, none(5))],
  ['grantUrls', () => grantUrls(none('/metrics'), 'get')],
  ['internet', () => internet(none(null))],
  ['podsIn', () => podsIn('a', none(5))],
  ['allowTraffic', () => allowTraffic(none({}))],
])('%s throws no error but its own', (_what, make) => {
  expect(refusalOf(make)).toMatch(/ is .+; allowed: .+\. To fix it, .+\./);
});
