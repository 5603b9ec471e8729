import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import type { TargetMinor } from './api/minors';
import { checkFiles } from './check-files';
import type { PodSecurityLevel } from './engine/review';
import { problemCatalogue } from './problems/catalogue';
import type { Problem } from './problems/problem';
import { userCacheFolder } from './verdicts/cache-folder';
import { hasErrors } from './problems/problem';

/** Properties of `PlimsollValidation`, as they stand in cdk8s.yaml. */
export interface PlimsollValidationProps {
  /** The minor of Kubernetes that the manifests are meant for, from `1.27` to `1.36`. @default '1.27' */
  readonly kubernetes?: TargetMinor;
  /** The Pod Security level of namespaces whose labels are not among the manifests. @default 'privileged' */
  readonly podSecurity?: PodSecurityLevel;
  /** The namespace of objects that name none. @default 'default' */
  readonly namespace?: string;
}

/** What cdk8s-cli gives a validation plugin, as far as it is of use here. */
export interface PlimsollValidationContext {
  /** Paths of the manifests. */
  readonly manifests: readonly string[];
  /** Takes what was found. */
  readonly report: {
    addViolation(violation: {
      readonly ruleName: string;
      readonly recommendation?: string;
      readonly fix?: string;
      readonly violatingResources: readonly {
        readonly resourceName: string;
        readonly locations?: readonly string[];
        readonly manifestPath: string;
      }[];
    }): void;
    submit(status: 'success' | 'failure'): void;
  };
}

/**
 * A validation plugin for cdk8s-cli: `cdk8s synth` fails where the API server would refuse a manifest.
 *
 * @example
 * validations:
 *   - package: cdk8s-plimsoll
 *     version: 0.1.0
 *     class: PlimsollValidation
 *     properties:
 *       kubernetes: "1.27"
 */
export class PlimsollValidation {
  /** @param props the `properties` in cdk8s.yaml */
  constructor(private readonly props: PlimsollValidationProps = {}) {}

  /** Judges the manifests of a context and submits the report. */
  async validate({ manifests, report }: PlimsollValidationContext): Promise<void> {
    const files = manifests.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const cacheFolder = userCacheFolder(process.env, homedir());
    const { problems } = checkFiles(files, { ...this.props, cacheFolder });
    for (const problem of problems) report.addViolation(describeViolation(problem, manifests));
    const failed = hasErrors(problems);
    report.submit(failed ? 'failure' : 'success');
    return Promise.resolve();
  }
}

type Violation = Parameters<PlimsollValidationContext['report']['addViolation']>[0];

function describeViolation(problem: Problem, manifests: readonly string[]): Violation {
  const { code, field, fix, message, object, source } = problem;
  const place = source ? `${basename(source.file)}:${source.line}:${source.column}` : undefined;
  return {
    // Violations of one rule share everything else in the report of cdk8s-cli, so that what was found is what tells them apart.
    ruleName: `${code} ${message}`,
    recommendation: problemCatalogue[code].why,
    fix: fix ?? problemCatalogue[code].fix,
    violatingResources: [
      {
        resourceName: object?.name ?? '',
        locations: [field, place].filter((it) => it !== undefined),
        manifestPath: source?.file ?? manifests[0] ?? '',
      },
    ],
  };
}
