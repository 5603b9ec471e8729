import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findingsIn } from './cross-findings';

const fixtures = join(__dirname, '../fixtures/manifests');

/** What is found on purpose, by file; nothing is found in any other. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'simple-pod.yaml': [
    'PLM7403 warning Pod/simple-echo spec.containers[0].image: The image "gihyodocker/nginx-proxy:latest" has the tag "latest".',
    'PLM7403 warning Pod/simple-echo spec.containers[1].image: The image "gihyodocker/echo:latest" has the tag "latest".',
  ],
  'pods.yaml': [
    'PLM7403 warning Pod/pod spec.containers[0].image: The image "busybox" has no tag, which means "latest".',
    'PLM7403 warning Pod/pod-double spec.containers[0].image: The image "busybox" has no tag, which means "latest".',
    'PLM7403 warning Pod/pod-double spec.containers[1].image: The image "busybox" has no tag, which means "latest".',
    'PLM7403 warning Pod/nginx-yaml spec.containers[0].image: The image "nginx" has no tag, which means "latest".',
  ],
  // The controller of Argo CD is an administrator, and that of ingress-nginx reads every certificate.
  'argocd.yaml': [
    'PLM7404 warning ClusterRole/argocd-application-controller rules[0]: The rule allows every verb on every resource of the cluster.',
  ],
  'ingress-nginx.yaml': [
    'PLM7405 warning ClusterRole/ingress-nginx rules[0]: Whom ClusterRoleBinding ingress-nginx names may read every Secret, in the whole cluster.',
  ],
};

describe.each([
  ['study', 3],
  ['public', 25],
])('manifests as others write them: %s', (folder, least) => {
  const files = readdirSync(join(fixtures, folder)).sort();

  test('are many', () => {
    expect(files.length).toBeGreaterThanOrEqual(least);
  });

  test.each(files)('%s has the findings that it should have', (file) => {
    const text = readFileSync(join(fixtures, folder, file), 'utf8');
    expect(findingsIn(text)).toEqual(expected[file] ?? []);
  });
});
