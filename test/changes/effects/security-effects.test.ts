import { podSecurityOf } from '../../../src/changes/pod-security';
import { deployment, effects, object } from '../objects';

const restricted = {
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

describe('security', () => {
  test('is the Pod Security level before and after, and what makes the difference', () => {
    expect(effects(deployment(restricted), deployment({ securityContext: { privileged: true } }))).toContain(
      'security: The Pod Security level of its Pods goes from restricted to privileged: containers[name=web].securityContext.privileged.',
    );
    expect(effects(deployment(), deployment(restricted))[0]).toBe(
      'security: The Pod Security level of its Pods goes from baseline to restricted.',
    );
  });

  test('is nothing to speak of while the level stays, unless there is more that keeps it there', () => {
    expect(effects(deployment(restricted), deployment({ ...restricted, image: 'web:2' })).join()).not.toMatch(
      /security/,
    );
    const host = (more: object) => deployment({}, {}, { hostNetwork: true, ...more });
    expect(effects(host({}), host({ hostPID: true }))[0]).toBe(
      'security: Its Pods keep the level privileged, with more that keeps them from a stricter one: hostPID.',
    );
  });

  test('is said of a new workload only where it is not confined at all', () => {
    expect(effects(undefined, deployment()).join()).not.toMatch(/security/);
    expect(effects(undefined, deployment({}, {}, { volumes: [{ name: 'root', hostPath: { path: '/' } }] }))).toContain(
      'security: Its Pods fit no level but privileged: volumes[name=root].hostPath.',
    );
  });

  test('is what a namespace enforces', () => {
    const namespace = (level: string) =>
      object('v1', 'Namespace', 'shop', { metadata: { labels: { 'pod-security.kubernetes.io/enforce': level } } });
    expect(effects(namespace('restricted'), namespace('baseline'))).toEqual([
      'security: The namespace enforces baseline in place of restricted; Pods that run are not asked again.',
    ]);
  });

  test.each([
    ['privileged', { hostIPC: true }],
    ['privileged', { containers: [{ name: 'a', ports: [{ hostPort: 80 }] }] }],
    ['privileged', { containers: [{ name: 'a', securityContext: { capabilities: { add: ['SYS_ADMIN'] } } }] }],
    ['privileged', { securityContext: { seccompProfile: { type: 'Unconfined' } } }],
    ['privileged', { securityContext: { sysctls: [{ name: 'kernel.msgmax' }] } }],
    ['privileged', { initContainers: [{ name: 'a', securityContext: { procMount: 'Unmasked' } }] }],
    ['privileged', { securityContext: { windowsOptions: { hostProcess: true } } }],
    ['privileged', { securityContext: { seLinuxOptions: { type: 'spc_t' } } }],
    ['baseline', { containers: [{ name: 'a', securityContext: { capabilities: { add: ['CHOWN'] } } }] }],
    ['baseline', { containers: [{ name: 'a', ...restricted }], volumes: [{ name: 'v', nfs: {} }] }],
    ['baseline', { containers: [{ name: 'a', ...restricted }], securityContext: { runAsUser: 0 } }],
    ['restricted', { containers: [{ name: 'a', ...restricted }], volumes: [{ name: 'v', emptyDir: {} }] }],
  ])('knows a Pod that fits %s: %j', (level, podSpec) => {
    expect(podSecurityOf(podSpec).level).toBe(level);
  });
});
