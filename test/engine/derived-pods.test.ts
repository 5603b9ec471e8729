import { kubernetesMinors } from '../../src/engine';
import { anyPod, engineOf, pod, restrictedPod, workload } from './objects';

describe.each(kubernetesMinors)('what Kubernetes %s would make of a workload', (minor) => {
  const create = (object: object, settings: object = {}) =>
    engineOf(minor).review({ operation: 'create', object, ...settings });

  test('a StatefulSet whose Pods are refused is found out, by either side', () => {
    const { errors, advice } = create(
      workload('StatefulSet', {}, { containers: [{ name: 'app', image: 'a', ports: [{ containerPort: 70000 }] }] }),
    );
    // Kubernetes 1.27 does not look into the template itself.
    expect([...errors, ...advice]).toMatchObject([
      { field: 'spec.template.spec.containers[0].ports[0].containerPort', type: 'FieldValueInvalid' },
    ]);
  });

  test('a mount of a volume claim is right, and a claim is judged', () => {
    const claim = (storage: string) => ({
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
    });
    const mounts = { containers: [{ name: 'app', image: 'a', volumeMounts: [{ name: 'data', mountPath: '/data' }] }] };
    expect(create(workload('StatefulSet', { volumeClaimTemplates: [claim('1Gi')] }, mounts))).toMatchObject({
      allowed: true,
      advice: [],
    });
    const { errors, advice } = create(workload('StatefulSet', { volumeClaimTemplates: [claim('-1Gi')] }, mounts));
    expect([...errors, ...advice]).toContainEqual(
      expect.objectContaining({ field: 'spec.volumeClaimTemplates[0].spec.resources[storage]' }),
    );
  });

  test('a name that is right for a StatefulSet and too long for its Pods', () => {
    const { allowed, advice } = create(workload('StatefulSet', {}, anyPod, 'a'.repeat(60)));
    expect(allowed).toBe(true);
    expect(advice).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        reason: expect.stringContaining('refuses the Pods of this StatefulSet'),
      }),
    );
  });

  test('a Pod that the namespace refuses is forbidden, and its workload is warned of', () => {
    const refused = create(pod(), { podSecurity: 'restricted' });
    expect(refused).toMatchObject({
      allowed: false,
      errors: [{ type: 'Forbidden', field: '' }],
      status: { code: 403 },
    });
    expect(refused.errors[0]!.message).toMatch(
      /^pods "app" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false \(container "app"/,
    );
    const warned = create(workload('Deployment'), { podSecurity: 'restricted' });
    expect(warned.allowed).toBe(true);
    expect(warned.warnings).toEqual([
      expect.stringMatching(/^would violate PodSecurity "restricted:latest": allowPrivilegeEscalation/),
    ]);
    expect(warned.advice).toHaveLength(4);
    expect(warned.advice[0]).toMatchObject({ type: 'Forbidden', field: 'spec.template.spec', severity: 'error' });
  });

  test('a restricted Pod passes at each level', () => {
    for (const podSecurity of ['privileged', 'baseline', 'restricted'] as const) {
      expect(create(pod(restrictedPod), { podSecurity })).toMatchObject({ allowed: true, warnings: [], advice: [] });
      expect(create(workload('DaemonSet', {}, restrictedPod), { podSecurity })).toMatchObject({
        allowed: true,
        warnings: [],
        advice: [],
      });
    }
  });

  test('the levels of a namespace differ: warnings from one, refusals from the other, the audit log from the third', () => {
    const host = { ...anyPod, hostNetwork: true };
    const enforced = create(pod(host), {
      podSecurity: { enforce: 'privileged', warn: 'baseline', audit: 'restricted' },
    });
    expect(enforced.allowed).toBe(true);
    expect(enforced.warnings).toEqual([
      'would violate PodSecurity "baseline:latest": host namespaces (hostNetwork=true)',
    ]);
    expect(enforced.advice.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning']);
    expect(
      create(pod(host), { podSecurity: { enforce: 'baseline', enforceVersion: 'v1.25' } }).errors[0]!.message,
    ).toContain('"baseline:v1.25"');
  });

  test('a CronJob is followed to its Job and to its Pod', () => {
    const cron = (spec: object) => ({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'app' },
      spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec } } } },
    });
    const { advice } = create(cron({ ...anyPod, restartPolicy: 'Never' }), { podSecurity: 'baseline' });
    expect(advice).toEqual([]);
    expect(
      create(cron({ ...anyPod, restartPolicy: 'Never', hostPID: true }), { podSecurity: 'baseline' }).advice,
    ).toMatchObject([{ field: 'spec.jobTemplate.spec.template.spec', severity: 'error' }]);
  });

  test('a template whose Pods no priority class would let in', () => {
    expect(create(workload('Deployment', {}, { ...anyPod, priority: 5 })).advice).toMatchObject([
      { type: 'Forbidden', field: 'spec.template.spec', severity: 'error' },
    ]);
  });

  test('duplicates that create accepts and server-side apply refuses', () => {
    const container = {
      name: 'app',
      image: 'a',
      env: [{ name: 'A' }, { name: 'A' }],
      ports: [{ containerPort: 1 }, { containerPort: 1 }],
    };
    expect(create(pod({ containers: [container] }))).toMatchObject({
      allowed: true,
      advice: [
        { type: 'FieldValueDuplicate', field: 'spec.containers[0].env[1].name', severity: 'warning' },
        { type: 'FieldValueDuplicate', field: 'spec.containers[0].ports[1]', severity: 'warning' },
      ],
    });
  });

  test('nothing beyond the server is said when nobody asks', () => {
    expect(create(workload('Deployment', {}, { ...anyPod, priority: 5 }), { advice: false })).toMatchObject({
      advice: [],
      dropped: [],
    });
  });
});
