import { isOlder, targetMinors } from '../../src/api/minors';
import type { TargetMinor } from '../../src/api/minors';
import { targetMinor } from '../../src/checks/target-minor';
import type { TargetSubject } from '../../src/checks/target-minor';
import { openEngine } from '../../src/engine';
import { identityOf } from '../../src/manifest/manifest';
import type { KubernetesObject } from '../../src/manifest/manifest';
import type { Problem } from '../../src/problems/problem';
import { readCases } from '../apiserver/files';
import { readBases } from '../corpus/bases';
import { applySteps, textOf } from '../corpus/case';
import { describeWithEngine } from '../support/with-engine';

function subject(object: object): TargetSubject {
  return {
    identity: identityOf(object as KubernetesObject),
    object: () => object as KubernetesObject,
    locate: (field) => ({ construct: `at ${field}` }),
  };
}

function find(object: object, target: TargetMinor): readonly Problem[] {
  return targetMinor([subject(object)], target);
}

/** The minors that lack something of an object, with the field. */
function lacking(object: object): Readonly<Record<string, readonly TargetMinor[]>> {
  const found: Record<string, TargetMinor[]> = {};
  for (const target of targetMinors) {
    for (const { field = '' } of find(object, target)) (found[field] ??= []).push(target);
  }
  return found;
}

/** Every minor before one. */
function before(minor: TargetMinor): readonly TargetMinor[] {
  return targetMinors.filter((other) => isOlder(other, minor));
}

const metadata = { name: 'web' };
const pod = (spec: object): object => ({ apiVersion: 'v1', kind: 'Pod', metadata, spec });
const web = { name: 'web', image: 'nginx' };

describe('fields that the target lacks', () => {
  test('are named with the minor that has them, the feature gate and what to do', () => {
    const sidecar = pod({ initContainers: [web, { ...web, restartPolicy: 'Always' }], containers: [web] });
    expect(find(sidecar, '1.27')).toEqual([
      {
        code: 'PLM5201',
        severity: 'error',
        message:
          'Kubernetes 1.27 does not know this field: it is there since Kubernetes 1.29, with the feature gate SidecarContainers.',
        object: { apiVersion: 'v1', kind: 'Pod', name: 'web' },
        field: 'spec.initContainers[1].restartPolicy',
        construct: 'at spec.initContainers[1].restartPolicy',
        fix: "Remove the field, or set `kubernetes: '1.29'` (`--kubernetes 1.29`) if that is what the cluster runs.",
      },
    ]);
    expect(find(sidecar, '1.28').map(({ message }) => message)).toEqual([
      'Kubernetes 1.28 does not take this field: its feature gate SidecarContainers is off there, and on by default since Kubernetes 1.29.',
    ]);
    expect(find(sidecar, '1.29')).toEqual([]);
  });

  test('are named without a gate where there is none', () => {
    const rule = { rule: 'self > 0', reason: 'FieldValueInvalid' };
    const schema = { properties: { 'a-b': { type: 'integer', 'x-kubernetes-validations': [rule] } } };
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata,
      spec: { versions: [{ name: 'v1', schema: { openAPIV3Schema: schema } }] },
    };
    const [{ field, message } = { field: '', message: '' }] = find(definition, '1.27');
    expect(field).toBe('spec.versions[0].schema.openAPIV3Schema.properties.a-b.x-kubernetes-validations[0].reason');
    expect(message).toBe('Kubernetes 1.27 does not know this field: it is there since Kubernetes 1.28.');
  });

  test.each<readonly [string, object, string, TargetMinor]>([
    ['a sidecar', { initContainers: [{ ...web, restartPolicy: 'Always' }] }, 'initContainers[0].restartPolicy', '1.29'],
    [
      'a container that restarts',
      { containers: [{ ...web, restartPolicy: 'Never' }] },
      'containers[0].restartPolicy',
      '1.35',
    ],
    ['a user namespace', { hostUsers: false }, 'hostUsers', '1.33'],
    ['resources of a Pod', { resources: { limits: { cpu: '1' } } }, 'resources', '1.34'],
    ['an image as a volume', { volumes: [{ name: 'a', image: { reference: 'b' } }] }, 'volumes[0].image', '1.35'],
    [
      'AppArmor',
      { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } },
      'securityContext.appArmorProfile',
      '1.30',
    ],
  ])('are found in every workload: %s', (_title, spec, field, since) => {
    const template = { spec };
    expect(lacking(pod(spec))).toEqual({ [`spec.${field}`]: before(since) });
    for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']) {
      const workload = { apiVersion: 'apps/v1', kind, metadata, spec: { template } };
      expect(lacking(workload)).toEqual({ [`spec.template.spec.${field}`]: before(since) });
    }
    const job = { apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec: { jobTemplate: { spec: { template } } } };
    expect(lacking(job)).toEqual({ [`spec.jobTemplate.spec.template.spec.${field}`]: before(since) });
  });

  test('are found in other kinds', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata, spec: { trafficDistribution: 'PreferClose' } };
    expect(lacking(service)).toEqual({ 'spec.trafficDistribution': before('1.31') });
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      spec: { backoffLimitPerIndex: 1, managedBy: 'a.b/c' },
    };
    expect(lacking(job)).toEqual({ 'spec.backoffLimitPerIndex': before('1.29'), 'spec.managedBy': before('1.32') });
    const scaleUp = { tolerance: '0.1' };
    const autoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: { behavior: { scaleUp } },
    };
    expect(lacking(autoscaler)).toEqual({ 'spec.behavior.scaleUp.tolerance': before('1.35') });
  });

  test('are said once, and not again for what is in them', () => {
    const spec = { resources: { claims: [{ name: 'a', request: 'b' }] } };
    expect(find(pod(spec), '1.30').map(({ field }) => field)).toEqual(['spec.resources']);
  });

  test('do not matter where nothing is in them that the server would lose', () => {
    const container = {
      ...web,
      securityContext: { procMount: 'Default' },
      resources: { claims: [] },
      resizePolicy: null,
    };
    expect(lacking(pod({ containers: [container], resourceClaims: undefined }))).toEqual({});
    const unmasked = pod({ containers: [{ ...web, securityContext: { procMount: 'Unmasked' } }] });
    expect(lacking(unmasked)).toEqual({ 'spec.containers[0].securityContext.procMount': before('1.33') });
  });

  test('are no business of a kind that somebody else defines', () => {
    const spec = { hostUsers: false, template: { spec: { hostUsers: false } } };
    expect(lacking({ apiVersion: 'apps.example.com/v1', kind: 'Deployment', metadata, spec })).toEqual({});
    expect(lacking({ apiVersion: 'v1', kind: 'constructor', metadata, spec })).toEqual({});
  });

  test.each([[null], ['text'], [[]], [{ containers: 'x', volumes: [null, 1, [[]]], initContainers: { a: 1 } }]])(
    'are looked for in whatever there is: %j',
    (spec) => {
      expect(lacking(pod(spec as object))).toEqual({});
    },
  );
});

describe('API versions that the target does not serve', () => {
  test('are named with the minor that does', () => {
    const range = { apiVersion: 'networking.k8s.io/v1', kind: 'ServiceCIDR', metadata };
    expect(lacking(range)).toEqual({ apiVersion: before('1.33') });
    expect(find(range, '1.30')).toMatchObject([
      {
        code: 'PLM5202',
        message:
          'Kubernetes 1.30 does not serve ServiceCIDR in networking.k8s.io/v1: it is there since Kubernetes 1.33.',
        fix: "Leave the object out, or set `kubernetes: '1.33'` (`--kubernetes 1.33`) if that is what the cluster runs.",
      },
    ]);
  });

  test('are named with the version to write instead', () => {
    const schema = (version: string): object => ({
      apiVersion: `flowcontrol.apiserver.k8s.io/${version}`,
      kind: 'FlowSchema',
      metadata,
    });
    expect(find(schema('v1beta2'), '1.29')).toMatchObject([
      {
        message:
          'Kubernetes 1.29 does not serve FlowSchema in flowcontrol.apiserver.k8s.io/v1beta2: Kubernetes 1.28 was the last one that did.',
        fix: 'Write `apiVersion: flowcontrol.apiserver.k8s.io/v1`; other fields may have other names there.',
      },
    ]);
    expect(find(schema('v1beta2'), '1.28')).toEqual([]);
    expect(find(schema('v1'), '1.28')).toMatchObject([
      {
        fix:
          'Write `apiVersion: flowcontrol.apiserver.k8s.io/v1beta3`; other fields may have other names there, ' +
          "or set `kubernetes: '1.29'` (`--kubernetes 1.29`) if that is what the cluster runs.",
      },
    ]);
  });

  test.each([
    ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', '1.30'],
    ['resource.k8s.io/v1', 'ResourceClaimTemplate', '1.34'],
    ['storage.k8s.io/v1', 'VolumeAttributesClass', '1.34'],
  ] as const)('%s %s is there since %s', (apiVersion, kind, since) => {
    expect(lacking({ apiVersion, kind, metadata })).toEqual({ apiVersion: before(since) });
  });
});

describeWithEngine("the tables agree with the API server's code", () => {
  const bases = readBases();
  const cases = readCases('creates', bases).filter((_one, index) => index % 20 === 0);
  const objects = [...[...bases.values()], ...cases.map((one) => applySteps(bases.get(one.base)!, one.do))]
    .map(textOf)
    .flatMap((text) => {
      const object: unknown = JSON.parse(text);
      return typeof object === 'object' && object !== null ? [{ text, object }] : [];
    });
  const oldest = openEngine({ kubernetes: '1.27' });
  const newest = openEngine({ kubernetes: '1.36' });

  afterAll(() => [oldest, newest].forEach((engine) => engine.close()));

  test('what the oldest takes as it is, every minor that serves it takes', () => {
    let taken = 0;
    for (const { object, text } of objects) {
      const { allowed, dropped, judged } = oldest.review({ operation: 'create', text });
      if (!judged || !allowed || dropped.length > 0) continue;
      taken += 1;
      const found = targetMinors.flatMap((target) => find(object, target));
      expect(found.filter(({ code }) => code !== 'PLM5202').map(({ field }) => field)).toEqual([]);
      const isBeta = (object as KubernetesObject).apiVersion?.toString().includes('beta') === true;
      expect(found.length > 0).toBe(isBeta);
    }
    expect(taken).toBeGreaterThan(100);
  });

  test('what they say of the oldest is what it does', () => {
    let said = 0;
    for (const { object, text } of objects) {
      const problems = find(object, '1.27');
      if (problems.length === 0) continue;
      const { allowed, dropped, errors, judged } = oldest.review({ operation: 'create', text });
      const unknown = errors.filter(({ type }) => type === 'UnknownField').map(({ field }) => field);
      for (const { code, field, message } of problems) {
        if (code === 'PLM5202') {
          expect(judged && allowed).toBe(false);
        } else if (message.includes('does not know')) {
          expect(allowed).toBe(false);
          if (unknown.length > 0) expect(unknown).toContain(field);
        } else if (allowed) {
          expect(dropped.map((it) => it.field)).toContain(field);
        }
        said += 1;
      }
    }
    expect(said).toBeGreaterThan(100);
  });

  test('of what the newest takes, they know everything that the oldest does not', () => {
    let unknown = 0;
    for (const object of bases.values()) {
      const text = textOf(object);
      const now = newest.review({ operation: 'create', text });
      if (!now.judged || !now.allowed || now.dropped.length > 0) continue;
      const before27 = oldest.review({ operation: 'create', text });
      const known = find(object, '1.27').map(({ field }) => field);
      for (const { field } of before27.errors.filter((error) => error.type === 'UnknownField')) {
        // What is in a field that is named already needs no name.
        expect(known.filter((above) => above === field || field.startsWith(`${above}[`))).toHaveLength(1);
        unknown += 1;
      }
    }
    expect(unknown).toBeGreaterThan(0);
  });
});
