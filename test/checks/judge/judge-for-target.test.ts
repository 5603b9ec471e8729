import { targetMinors } from '../../../src/api/minors';
import type { TargetMinor } from '../../../src/api/minors';
import { enginesFor, judgeForTarget } from '../../../src/checks/judge/judge-for-target';
import type { TargetSettings } from '../../../src/checks/judge/judge-for-target';
import type { Judgement } from '../../../src/checks/judge/judge';
import { kubernetesMinors } from '../../../src/engine';
import { openReviewer } from '../../../src/verdicts/reviewer';
import { describeWithEngine } from '../../support/with-engine';
import { subject } from './judge-objects';

function judgeFor(kubernetes: TargetMinor, object: object, settings: Partial<TargetSettings> = {}): Judgement {
  const reviewAll: TargetSettings['reviewAll'] = (requests, engine) =>
    openReviewer({ kubernetes: engine }).reviewAll(requests);
  return judgeForTarget([subject(object)], { kubernetes, reviewAll, ...settings });
}

/** Problems as `code field`. */
function found(kubernetes: TargetMinor, object: object, settings?: Partial<TargetSettings>): readonly string[] {
  return judgeFor(kubernetes, object, settings).problems.map(({ code, field = '' }) => `${code} ${field}`);
}

const metadata = { name: 'web' };
const web = { name: 'web', image: 'nginx' };
const pod = (spec: object): object => ({ apiVersion: 'v1', kind: 'Pod', metadata, spec });

test('every target is judged by engines that there are', () => {
  for (const target of targetMinors) {
    expect(enginesFor(target).filter((engine) => !kubernetesMinors.includes(engine))).toEqual([]);
  }
});

describeWithEngine('objects for a minor', () => {
  test('that no engine is of are judged by the newest one', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 0 }] } };
    for (const target of targetMinors) {
      expect(found(target, service)).toEqual(['PLM5001 spec.ports[0].port']);
      expect(judgeFor(target, service).judged).toBe(1);
    }
  });

  test('that have what it lacks are refused once, whoever else would say so', () => {
    const sidecar = pod({ initContainers: [{ ...web, name: 'a', restartPolicy: 'Sometimes' }], containers: [web] });
    expect(found('1.27', sidecar)).toEqual(['PLM5201 spec.initContainers[0].restartPolicy']);
    expect(found('1.28', sidecar)).toEqual(['PLM5201 spec.initContainers[0].restartPolicy']);
    expect(found('1.29', sidecar)).toEqual(['PLM5001 spec.initContainers[0].restartPolicy']);
  });

  test('that its own engine finds fields dropped of are left to the engine', () => {
    const user = pod({ hostUsers: false, containers: [web] });
    expect(found('1.27', user)).toEqual(['PLM5004 spec.hostUsers']);
    expect(judgeFor('1.27', user).problems[0]!.message).toContain('UserNamespacesStatelessPodsSupport');
    expect(found('1.32', user)).toEqual(['PLM5201 spec.hostUsers']);
    expect(found('1.33', user)).toEqual([]);
  });

  test('that nobody judges are looked at all the same', () => {
    const version = { name: 'v1', served: true, storage: true, selectableFields: [{ jsonPath: '.spec.a' }] };
    const spec = { group: 'example.com', versions: [version] };
    const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata, spec };
    expect(found('1.27', definition)).toContain('PLM5201 spec.versions[0].selectableFields');
    expect(found('1.31', definition)).not.toContain('PLM5201 spec.versions[0].selectableFields');
  });

  test('in a version that it serves and the newest does not are judged by the oldest', () => {
    const schema = (version: string, precedence: number): object => ({
      apiVersion: `flowcontrol.apiserver.k8s.io/${version}`,
      kind: 'FlowSchema',
      metadata,
      spec: { priorityLevelConfiguration: { name: 'workload-low' }, matchingPrecedence: precedence },
    });
    expect(found('1.31', schema('v1beta3', 500))).toEqual([]);
    expect(found('1.31', schema('v1beta3', -1))).toEqual(['PLM5001 spec.matchingPrecedence']);
    expect(found('1.32', schema('v1beta3', 500))).toEqual(['PLM5202 apiVersion']);
    expect(found('1.28', schema('v1', 500))).toEqual(['PLM5202 apiVersion']);
    expect(found('1.29', schema('v1', 500))).toEqual([]);
  });

  test('are not warned of what only a newer one has something better for', () => {
    const spec = { trafficDistribution: 'PreferClose', ports: [{ port: 80 }] };
    const service = { apiVersion: 'v1', kind: 'Service', metadata, spec };
    expect(found('1.34', service)).toEqual([]);
    expect(found('1.35', service)).toEqual(['PLM5003 spec.trafficDistribution']);
    const endpoints = { apiVersion: 'v1', kind: 'Endpoints', metadata };
    expect(found('1.32', endpoints)).toEqual([]);
    expect(judgeFor('1.33', endpoints).problems[0]!.message).toContain('deprecated in v1.33+');
  });

  test('are held to the Pod Security rules of that minor', () => {
    const probe = { httpGet: { port: 80, host: 'example.com' } };
    const probed = pod({ containers: [{ ...web, readinessProbe: probe }] });
    expect(found('1.33', probed, { podSecurity: 'baseline' })).toEqual([]);
    const [refusal] = judgeFor('1.34', probed, { podSecurity: 'baseline' }).problems;
    expect(refusal).toMatchObject({ code: 'PLM5001' });
    expect(refusal!.message).toContain('baseline:v1.34');
    const labels = { enforce: 'baseline', enforceVersion: 'v1.33' } as const;
    expect(found('1.35', probed, { podSecurity: labels })).toEqual([]);
    expect(found('1.33', probed, { podSecurity: { ...labels, enforceVersion: 'v1.35' } })).toEqual([]);
    expect(judgeFor('1.36', probed, { podSecurity: 'baseline' }).problems[0]!.message).toContain('baseline:latest');
  });
});
