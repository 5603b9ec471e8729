import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minorFieldsOf, otherVersion, serves } from '../../src/api/minor-facts';
import type { NewerField } from '../../src/api/minor-facts';
import { isOlder, isTargetMinor, judgingMinorOf, targetMinors } from '../../src/api/minors';
import { newerFields, servedKinds } from '../../src/api/newer-fields';
import { kubernetesMinors } from '../../src/engine';
import { readBases } from '../corpus/bases';

const newer = (type: string, field: string): NewerField | undefined =>
  minorFieldsOf(type).find(({ name }) => name === field)?.newer;

describe('the minors that can be targeted', () => {
  test('are all from the oldest engine to the newest, in order', () => {
    const first = Number(kubernetesMinors[0].slice(2));
    const expected = Array.from({ length: targetMinors.length }, (_, index) => `1.${first + index}`);
    expect(targetMinors).toEqual(expected);
    expect(targetMinors.at(-1)).toBe(kubernetesMinors.at(-1));
  });

  test('are judged by an engine that there is: their own or a newer one', () => {
    for (const target of targetMinors) {
      expect(kubernetesMinors).toContain(judgingMinorOf(target));
      expect(isOlder(judgingMinorOf(target), target)).toBe(false);
    }
    expect(kubernetesMinors.map((minor) => judgingMinorOf(minor))).toEqual(kubernetesMinors);
  });

  test('are told from other texts', () => {
    expect(['1.27', '1.36', '1.26', '1.37', 'v1.27', ''].map(isTargetMinor)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('what tells the minors apart', () => {
  test('can be read, and leads nowhere but to what is there', () => {
    for (const type of Object.keys(newerFields)) {
      expect(minorFieldsOf(type)).not.toEqual([]);
      for (const { name, newer: since, type: inner } of minorFieldsOf(type)) {
        expect([type, name, inner === '' || Object.hasOwn(newerFields, inner)]).toEqual([type, name, true]);
        expect([type, name, inner !== '' || since !== undefined]).toEqual([type, name, true]);
        if (since === undefined) continue;
        expect([since.came, since.since].filter((minor) => !isTargetMinor(minor))).toEqual([]);
        expect(isOlder(since.since, since.came)).toBe(false);
        expect(since.since).not.toBe('1.27');
      }
    }
    for (const { since = '1.28', until = '1.28' } of Object.values(servedKinds)) {
      expect([since, until].filter((minor) => !isTargetMinor(minor))).toEqual([]);
    }
  });

  test('is small', () => {
    expect(JSON.stringify([newerFields, servedKinds]).length).toBeLessThan(16_000);
  });

  test.each([
    ['core.v1.Container', 'restartPolicy', '1.28', '1.29', 'SidecarContainers'],
    ['core.v1.RegularContainer', 'restartPolicy', '1.34', '1.35', 'ContainerRestartRules'],
    ['core.v1.Container', 'resizePolicy', '1.27', '1.33', 'InPlacePodVerticalScaling'],
    ['core.v1.ServiceSpec', 'trafficDistribution', '1.30', '1.31', 'ServiceTrafficDistribution'],
    ['core.v1.LifecycleHandler', 'sleep', '1.29', '1.30', 'PodLifecycleSleepAction'],
    ['core.v1.SecurityContext', 'appArmorProfile', '1.30', '1.30', 'AppArmorFields'],
    ['core.v1.Volume', 'image', '1.31', '1.35', 'ImageVolume'],
    ['core.v1.PodSpec', 'resources', '1.32', '1.34', 'PodLevelResources'],
    ['batch.v1.JobSpec', 'successPolicy', '1.30', '1.31', 'JobSuccessPolicy'],
    ['autoscaling.v2.HPAScalingRules', 'tolerance', '1.33', '1.35', 'HPAConfigurableTolerance'],
    [
      'apiextensions.v1.CustomResourceDefinitionVersion',
      'selectableFields',
      '1.30',
      '1.31',
      'CustomResourceFieldSelectors',
    ],
    ['apiextensions.v1.ValidationRule', 'reason', '1.28', '1.28', undefined],
  ])('%s.%s came with %s and is on since %s', (type, field, came, since, gate) => {
    expect(newer(type, field)).toEqual({ came, since, ...(gate !== undefined && { gate }) });
  });

  test('leaves out what every minor has, and what none has switched on', () => {
    expect(newer('core.v1.PodSpec', 'hostNetwork')).toBeUndefined();
    expect(newer('core.v1.Lifecycle', 'stopSignal')).toBeUndefined();
    expect(newer('apps.v1.RollingUpdateStatefulSetStrategy', 'maxUnavailable')).toBeUndefined();
  });

  test.each([
    ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', '1.30', undefined],
    ['networking.k8s.io/v1', 'ServiceCIDR', '1.33', undefined],
    ['resource.k8s.io/v1', 'ResourceClaim', '1.34', undefined],
    ['flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', '1.29', undefined],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', undefined, '1.31'],
    ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', undefined, '1.28'],
    ['apps/v1', 'Deployment', undefined, undefined],
    ['example.com/v1', 'Thing', undefined, undefined],
  ] as const)('%s %s is served since %s and until %s', (apiVersion, kind, since, until) => {
    const served = targetMinors.filter((minor) => serves(minor, apiVersion, kind));
    const expected = targetMinors.filter(
      (minor) => !(since && isOlder(minor, since)) && !(until && isOlder(until, minor)),
    );
    expect(served).toEqual(expected);
  });

  test('knows the version that a minor serves instead', () => {
    const flow = 'flowcontrol.apiserver.k8s.io';
    expect(otherVersion('1.30', `${flow}/v1beta2`, 'FlowSchema')).toBe(`${flow}/v1`);
    expect(otherVersion('1.28', `${flow}/v1`, 'FlowSchema')).toBe(`${flow}/v1beta3`);
    expect(otherVersion('1.28', 'networking.k8s.io/v1', 'ServiceCIDR')).toBeUndefined();
  });

  test('knows every kind of the corpus that only one of the engines serves', () => {
    const only = (minor: string): readonly string[] => {
      const others = readBases(minor === '1.27' ? '1.36' : '1.27');
      const own = [...readBases(minor)].filter(([name]) => !others.has(name)).map(([, object]) => object);
      return own.map(({ apiVersion, kind }) => `${String(apiVersion)} ${String(kind)}`);
    };
    const differing = (minor: '1.27' | '1.36', other: '1.27' | '1.36'): readonly string[] =>
      only(minor).filter((key) => !serves(other, key.split(' ')[0]!, key.split(' ')[1]!));
    expect(differing('1.27', '1.36')).toContain('flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema');
    expect(differing('1.36', '1.27')).toContain('networking.k8s.io/v1 ServiceCIDR');
  });
});

describe('the page on target versions', () => {
  const page = readFileSync(join(__dirname, '../../docs/target-versions.md'), 'utf8');
  const row = (minor: string): string => page.split('\n').find((line) => line.startsWith(`| ${minor} |`)) ?? '';

  test('has a row for each minor, with the engine that judges it', () => {
    expect(targetMinors.map((minor) => row(minor).split(' | ')[1])).toEqual(targetMinors.map(judgingMinorOf));
  });

  test('names every field and kind in the row of the minor that brought it', () => {
    for (const type of Object.keys(newerFields).filter((it) => !it.startsWith('resource.v1.'))) {
      for (const { name, newer: since } of minorFieldsOf(type)) {
        // What is in the claims of a Pod came with these.
        if (since && !/ResourceClaim$/.test(type)) expect(row(since.since)).toContain(`\`${name}\``);
      }
    }
    for (const [kind, { since, until }] of Object.entries(servedKinds)) {
      const next = until && targetMinors[targetMinors.indexOf(until) + 1];
      const name = kind.split(' ')[1]!;
      expect(row(since ?? next ?? '')).toMatch(name.endsWith('Binding') ? /and its binding/ : name);
    }
  });
});
