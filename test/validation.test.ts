import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlimsollValidation } from '../src/validation';
import type { PlimsollValidationContext, PlimsollValidationProps } from '../src/validation';
import { inTemporaryFolder } from './support/temporary-folder';
import { describeWithEngine } from './support/with-engine';

type Violation = Parameters<PlimsollValidationContext['report']['addViolation']>[0];

/** What the plugin reports about a manifest. */
function report(
  manifest: string,
  props?: PlimsollValidationProps,
): { readonly status?: string; readonly violations: readonly Violation[] } {
  return inTemporaryFolder((folder) => {
    const path = join(folder, 'web.k8s.yaml');
    writeFileSync(path, manifest);
    const violations: Violation[] = [];
    let status: string | undefined;
    void new PlimsollValidation(props).validate({
      manifests: [path],
      report: { addViolation: (violation) => void violations.push(violation), submit: (it) => void (status = it) },
    });
    return { status, violations };
  });
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
`;

describeWithEngine('the validation plugin for cdk8s-cli', () => {
  test('succeeds where the API server would take everything', () => {
    expect(report(pod)).toEqual({ status: 'success', violations: [] });
  });

  test('fails where it would not, and says what, where and how to mend it', () => {
    const { status, violations } = report(pod.replace('image: nginx:1.27', 'image: ""'));
    expect(status).toBe('failure');
    expect(violations).toEqual([
      {
        ruleName: 'PLM5001 Required value',
        recommendation: expect.stringContaining("Kubernetes' own validation"),
        fix: 'Write the image of the container.',
        violatingResources: [
          {
            resourceName: 'web',
            locations: ['spec.containers[0].image', 'web.k8s.yaml:8:14'],
            manifestPath: expect.stringMatching(/web\.k8s\.yaml$/),
          },
        ],
      },
    ]);
  });

  test('takes its settings from cdk8s.yaml, and succeeds with warnings', () => {
    expect(report(pod, { podSecurity: 'restricted' }).status).toBe('failure');
    const custom = report('apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: x\n');
    expect([custom.status, custom.violations.length]).toEqual(['success', 1]);
  });
});
