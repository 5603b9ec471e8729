import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type * as Yaml from 'yaml';
import type { Problem } from '../../problems/problem';
import { problem } from '../problem';
import type { ValidationSettings } from './settings';

/** An object that breaks a rule. */
export interface ViolatingResource {
  readonly resourceName: string;
  readonly locations?: readonly string[];
  readonly manifestPath: string;
}

/** A rule that is broken. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation?: string;
  readonly fix?: string;
  readonly violatingResources: readonly ViolatingResource[];
}

/** What a plugin is given: the contract of cdk8s-cli 2.207. */
export interface ValidationContext {
  /** Paths of the YAML files to validate. */
  readonly manifests: readonly string[];
  readonly stdout: boolean;
  readonly pkg: string;
  readonly version: string;
  readonly metadata: Readonly<Record<string, { readonly path: string }>>;
  readonly logger: { log(message: string): void };
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
    readonly success: boolean;
  };
  parseManifest(path: string): readonly unknown[];
}

/** An instance of a plugin's class. */
export interface ValidationPlugin {
  validate(context: ValidationContext): Promise<void> | void;
}

/**
 * Makes the context for one plugin.
 *
 * @returns the context, and what the plugin found: undefined until it has submitted its report
 */
export function createValidationContext(
  manifests: readonly string[],
  folder: string,
  validation: ValidationSettings,
  constructs: Readonly<Record<string, string>>,
  yaml: typeof Yaml,
): { readonly context: ValidationContext; readonly violations: () => readonly Problem[] | undefined } {
  const problems: Problem[] = [];
  let status: 'success' | 'failure' | undefined;
  const title = `${validation.package}@${validation.version}`;
  const metadata = Object.fromEntries(Object.entries(constructs).map(([name, path]) => [name, { path }]));
  const context: ValidationContext = {
    manifests,
    stdout: false,
    pkg: validation.package,
    version: validation.version,
    metadata,
    logger: { log: (message) => void process.stderr.write(`${message}\n`) },
    report: {
      addViolation: (violation) => {
        if (status) throw new Error('Violations cannot be added to report after its submitted');
        const describe = (resource: ViolatingResource): Problem =>
          describeViolation(violation, resource, title, folder, constructs);
        problems.push(...violation.violatingResources.map(describe));
      },
      submit: (submitted) => (status = submitted),
      get success(): boolean {
        return status === 'success';
      },
    },
    parseManifest: (path) =>
      [...yaml.parseAllDocuments(readFileSync(path, 'utf8'))].map((document) => document.toJS() as unknown),
  };
  const violations = (): readonly Problem[] | undefined => {
    if (!status) return undefined;
    // A report may succeed in spite of violations; they are then worth a look and no more.
    if (status === 'success') return problems.map((it) => ({ ...it, severity: 'warning' }));
    return problems.length > 0 ? problems : [problem('PLM4030', { message: `${title} reports a failure.` })];
  };
  return { context, violations };
}

function describeViolation(
  { fix, recommendation, ruleName }: Violation,
  { locations = [], manifestPath, resourceName }: ViolatingResource,
  title: string,
  folder: string,
  constructs: Readonly<Record<string, string>>,
): Problem {
  const where = locations.length > 0 ? ` (${locations.join(', ')})` : '';
  const advice = [recommendation, fix].filter(Boolean).join(' ');
  return problem('PLM4030', {
    message: `${title}: \`${resourceName}\` breaks the rule \`${ruleName}\`${where}.`,
    file: relative(folder, manifestPath).split(sep).join('/'),
    ...(advice && { fix: advice }),
    ...(constructs[resourceName] && { construct: constructs[resourceName] }),
  });
}
