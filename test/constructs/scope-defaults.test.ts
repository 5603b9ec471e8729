import { App as Cdk8sApp, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { App } from '../../src/app';
import type { AppProps } from '../../src/app';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { defineObject } from '../../src/constructs/object';
import { type ScopeDefaults, setDefaults } from '../../src/constructs/scope-defaults';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';

/** A Deployment in a construct in a chart in an app, each with defaults of its own. */
function nested(ofApp: AppProps, ofChart: ScopeDefaults = {}, ofConstruct: ScopeDefaults = {}) {
  const target = new Chart(new App(ofApp), 'chart');
  setDefaults(target, ofChart);
  const inner = new Construct(target, 'inner');
  setDefaults(inner, ofConstruct);
  return rendered(new WebDeployment(inner, 'web', { image }).deployment);
}

describe('what holds for a scope', () => {
  test('the profile of the nearest scope wins, and that of the construct over all', () => {
    expect(nested({ profile: 'privileged' }).spec.template.spec.securityContext).toBeUndefined();
    expect(
      nested({ profile: 'privileged' }, { profile: 'restricted' }).spec.template.spec.securityContext,
    ).toMatchObject({
      runAsNonRoot: true,
    });
    expect(
      nested({ profile: 'restricted' }, {}, { profile: 'privileged' }).spec.template.spec.securityContext,
    ).toBeUndefined();
    const target = chart();
    setDefaults(target, { profile: 'privileged' });
    const web = new WebDeployment(target, 'web', { image, profile: 'baseline' });
    expect(rendered(web.deployment).spec.template.spec.securityContext).toEqual({
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('labels of all scopes come together, on objects and Pods, and never in the selector', () => {
    const { metadata, spec } = nested({ labels: { team: 'a', env: 'test' } }, { labels: { team: 'b' } });
    const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };
    expect(metadata.labels).toEqual({ team: 'b', env: 'test', ...selector });
    expect(spec.template.metadata.labels).toEqual({ team: 'b', env: 'test', ...selector });
    expect(spec.selector.matchLabels).toEqual(selector);
  });

  test('an App that was told nothing may be told later, and once', () => {
    const app = new App();
    setDefaults(app, { namePrefix: 'staging-' });
    expect(rendered(new WebDeployment(new Chart(app, 'chart'), 'web', { image }).deployment).metadata.name).toBe(
      'staging-web',
    );
    expect(refusalOf(() => setDefaults(new App({ namePrefix: 'eu-' }), { namePrefix: 'staging-' }))).toContain(
      'set twice',
    );
  });

  test('annotations are for objects alone', () => {
    const { metadata, spec } = nested({ annotations: { owner: 'a' } }, {}, { annotations: { note: 'b' } });
    expect(metadata.annotations).toEqual({ owner: 'a', note: 'b' });
    expect(spec.template.metadata.annotations).toBeUndefined();
  });

  test('prefixes stand in a row, and two instances with different prefixes select different Pods', () => {
    const { metadata, spec } = nested({ namePrefix: 'staging-' }, { namePrefix: 'eu-' });
    expect(metadata.name).toBe('staging-eu-web');
    expect(spec.selector.matchLabels['app.kubernetes.io/instance']).toBe('staging-eu-web');
    expect(spec.template.spec.containers[0].name).toBe('web');
  });

  test('a prefix reaches every object of a workload, and what refers to it', () => {
    const target = chart();
    setDefaults(target, { namePrefix: 'test-' });
    const { settings, web, configMap } = new ConfiguredApp(target, 'shop', {
      image,
      ports: { http: 8080 },
      settings: { data: { LEVEL: 'info' } },
      serviceAccount: true,
      service: { name: 'front' },
      ingress: { host: 'shop.example.com' },
    });
    const pod = rendered(web.deployment).spec.template.spec;
    expect(rendered(configMap).metadata.name).toBe('test-shop');
    expect(settings.name).toBe('test-shop');
    expect(pod.containers[0].env[0].valueFrom.configMapKeyRef.name).toBe('test-shop');
    expect(pod.serviceAccountName).toBe(rendered(web.serviceAccount).metadata.name);
    expect(rendered(web.service).metadata.name).toBe('test-front');
    expect(rendered(web.ingress).spec.rules[0].http.paths[0].backend.service.name).toBe('test-front');
  });

  test('the nearest namespace wins, that of a chart among them', () => {
    expect(nested({ namespace: 'outer' }).metadata.namespace).toBe('outer');
    expect(nested({ namespace: 'outer' }, {}, { namespace: 'inner' }).metadata.namespace).toBe('inner');
    const target = new Chart(new App({ namespace: 'outer' }), 'chart', { namespace: 'chart' });
    expect(rendered(new WebDeployment(target, 'web', { image }).deployment).metadata.namespace).toBe('chart');
  });

  test('an object of the cluster gets no namespace', () => {
    const target = chart({ namespace: 'shop' });
    const namespace = defineObject(target, 'space', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop' },
    });
    expect(rendered(namespace).metadata).toEqual({ name: 'shop' });
  });

  test('it works in an app of cdk8s too', () => {
    const target = new Chart(new Cdk8sApp(), 'chart');
    setDefaults(target, { labels: { team: 'a' } });
    expect(rendered(new WebDeployment(target, 'web', { image }).deployment).metadata.labels.team).toBe('a');
  });

  test('a scope whose children were taken out again can be told what holds, and does hold it', () => {
    const target = chart();
    new WebDeployment(target, 'web', { image });
    target.node.tryRemoveChild('web');
    setDefaults(target, { labels: { team: 'a' } });
    expect(rendered(new WebDeployment(target, 'web', { image }).deployment).metadata.labels.team).toBe('a');
  });

  test('moving a construct to another scope changes no byte of its selector', () => {
    const target = chart();
    const flat = new WebDeployment(target, 'web', { image });
    const moved = new WebDeployment(new Construct(new Construct(target, 'a'), 'b'), 'web', { image });
    expect(JSON.stringify(rendered(moved.deployment).spec.selector)).toBe(
      JSON.stringify(rendered(flat.deployment).spec.selector),
    );
  });
});

describe('defaults are refused', () => {
  test('when the scope has children, which were made without them', () => {
    const target = chart();
    new Construct(target, 'early');
    expect(refusalOf(() => setDefaults(target, { profile: 'baseline' }))).toMatchInlineSnapshot(
      `"test: defaults is set after "early" was added; allowed: once, before the scope gets children. To fix it, call setDefaults() once and first: what is there already was made without it."`,
    );
  });

  test('when they are set twice', () => {
    const target = chart();
    setDefaults(target, { profile: 'baseline' });
    expect(refusalOf(() => setDefaults(target, { hardened: true }))).toMatchInlineSnapshot(
      `"test: defaults is set twice; allowed: once, before the scope gets children. To fix it, call setDefaults() once and first: what is there already was made without it."`,
    );
  });

  test.each([
    { profile: 'resticted' },
    { labels: { 'a b': 'c' } },
    { labels: { a: 'b c' } },
    { annotations: { 'a b': 'c' } },
    { namespace: 'Shop' },
    { namePrefix: 'Shop_' },
  ])('for %j', (defaults) => {
    expect(refusalOf(() => setDefaults(chart(), defaults as ScopeDefaults))).toContain('test');
  });
});
