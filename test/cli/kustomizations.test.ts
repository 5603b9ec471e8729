import { readKustomizations } from '../../src/cli/check/kustomizations';

const kustomization = `
resources: [web.yaml]
patches:
  - path: replicas.yaml
  - patch: |-
      - op: remove
        path: /spec
    target: {kind: Deployment}
patchesStrategicMerge:
  - ../shared/memory.yaml
  - |-
    apiVersion: apps/v1
    kind: Deployment
patchesJson6902: [{path: image.json, target: {kind: Deployment}}]
configurations: [names.yaml]
openapi: {path: schema.json}
configMapGenerator: [{name: settings, literals: [a=b]}]
secretGenerator: [{name: login}, {}]
`;

describe('kustomizations', () => {
  test('say which files are no whole objects, and what is generated', () => {
    const { generated, parts } = readKustomizations(new Map([['/k8s/production/kustomization.yaml', kustomization]]));
    expect([...parts]).toEqual([
      '/k8s/production/replicas.yaml',
      '/k8s/production/image.json',
      '/k8s/shared/memory.yaml',
      '/k8s/production/names.yaml',
      '/k8s/production/schema.json',
    ]);
    expect(generated).toEqual([
      { kind: 'ConfigMap', name: 'settings' },
      { kind: 'Secret', name: 'login' },
    ]);
  });

  test.each(['', '- a', 'patches: 1', '{', 'patches: [{path: [a]}]'])('that make no sense say nothing: %j', (text) => {
    const { generated, parts } = readKustomizations(new Map([['/kustomization.yaml', text]]));
    expect([[...parts], generated]).toEqual([[], []]);
  });
});
