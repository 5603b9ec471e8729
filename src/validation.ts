import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { TargetMinor } from './api/minors';
import { checkFiles } from './check-files';
import type { PodSecurityLevel } from './engine/review';
import { problemCatalogue } from './problems/catalogue';
import type { Problem } from './problems/problem';
import { hasErrors } from './problems/problem';
import { noRepository, readCommittedOutput } from './reading/committed-output';
import type { CommittedOutput } from './reading/committed-output';
import { userCacheFolder, userHome } from './verdicts/cache-folder';

/** Properties of `PlimsollValidation`, as they stand in cdk8s.yaml. */
export interface PlimsollValidationProps {
  /** The minor of Kubernetes that the manifests are meant for, from `1.27` to `1.36`. @default '1.27' */
  readonly kubernetes?: TargetMinor;
  /** The Pod Security level of namespaces whose labels are not among the manifests. @default 'privileged' */
  readonly podSecurity?: PodSecurityLevel;
  /** The namespace of objects that name none. @default 'default' */
  readonly namespace?: string;
  /**
   * What the manifests replace: a Git revision, or `none`. Nothing is compared where there is no Git repository.
   * @default 'HEAD', since cdk8s-cli deletes what was there before
   */
  readonly against?: string;
}

/** What cdk8s-cli gives a validation plugin, as far as it is of use here. */
export interface PlimsollValidationContext {
  /** Paths of the manifests. */
  readonly manifests: readonly string[];
  /** Prints a line for whoever runs the plugin. @default - nothing is printed */
  readonly logger?: { log(message: string): void };
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
  async validate({ logger, manifests, report }: PlimsollValidationContext): Promise<void> {
    const { against, ...props } = this.props;
    const files = manifests.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const cacheFolder = userCacheFolder(process.env, userHome());
    const former = readFormerManifests(manifests, against ?? 'HEAD');
    const unknown = describeUnknown(against, former.fault);
    // Nobody asked for it, so that it is no reason to fail.
    if (unknown?.severity === 'warning') logger?.log(unknown.message);
    const checked = checkFiles(files, { ...props, cacheFolder, replaces: former.files });
    const problems = unknown?.severity === 'error' ? [unknown, ...checked.problems] : checked.problems;
    for (const problem of problems) report.addViolation(describeViolation(problem, manifests));
    const failed = hasErrors(problems);
    report.submit(failed ? 'failure' : 'success');
    return Promise.resolve();
  }
}

/** The manifests of a revision, in the same folder and by paths like theirs. */
function readFormerManifests(manifests: readonly string[], revision: string): CommittedOutput {
  if (manifests.length === 0 || revision === 'none') return { files: [] };
  const folder = commonFolder(manifests.map((path) => dirname(resolve(path))));
  const { files, ...others } = readCommittedOutput(folder, revision);
  const pathOf = new Map(manifests.map((path) => [resolve(path), path]));
  return { ...others, files: files.map(({ path, text }) => ({ path: pathOf.get(join(folder, path)) ?? path, text })) };
}

/** Says that updates could not be judged: an error where that was asked for, nothing where there is no repository to ask. */
function describeUnknown(against: string | undefined, fault: string | undefined): Problem | undefined {
  if (fault === undefined || (against === undefined && fault === noRepository)) return undefined;
  const message = `The manifests of ${against ?? 'HEAD'}, which these would replace, cannot be read: ${fault}.`;
  return against === undefined
    ? { code: 'PLM5010', severity: 'warning', message }
    : { code: 'PLM6006', severity: 'error', message };
}

/** The innermost folder that holds all of these, which are absolute paths. */
function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let shared = common;
    while (shared !== folder && !folder.startsWith(shared.endsWith(sep) ? shared : shared + sep))
      shared = dirname(shared);
    return shared;
  });
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
