import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as cdk8s from 'cdk8s';
import type { TargetMinor } from './api/minors';
import { build, inspect, print } from './build';
import { type ScopeDefaults, setDefaults } from './constructs/scope-defaults';
import { currentHost } from './host';
import { recordOrigins } from './manifest/origin';
import { writeOutput } from './output/write-output';
import { hasErrors } from './problems/problem';
import type { Problem } from './problems/problem';
import { SynthesisError } from './problems/synthesis-error';
import { noRepository, readFormerOutput } from './reading/committed-output';
import type { ReviewProps, ReviewSettings } from './reviewing';
import { userCacheFolder, userHome } from './verdicts/cache-folder';

/** Properties of an `App`: those of cdk8s, what its objects are meant for, and what holds for all of our constructs in it. */
export interface AppProps extends cdk8s.AppProps, ReviewProps, ScopeDefaults {}

/**
 * A cdk8s app that checks before it writes. It takes the place of `App` from cdk8s: same props, same files, same bytes.
 *
 * Other than there, everything is rendered and checked in memory first; files appear complete or not at all, files that are
 * no longer made are removed, and files that somebody else made or changed are left alone.
 *
 * @example
 * const app = new App();
 * new Chart(app, 'web');
 * app.synth();
 */
export class App extends cdk8s.App {
  /** How the objects of this app are judged and reviewed. */
  readonly judging: ReviewProps;

  /** @param props as for `App` from cdk8s, and which Kubernetes the objects are meant for */
  constructor(props: AppProps = {}) {
    recordOrigins();
    super(props);
    const { judge, kubernetes, outside, podSecurity, severities } = props;
    const target = (currentHost()?.kubernetes as TargetMinor | undefined) ?? kubernetes;
    this.judging = { judge, kubernetes: target, outside, podSecurity, severities };
    const { annotations, hardened, labels, namePrefix, namespace, profile } = props;
    setDefaults(this, { annotations, hardened, labels, namePrefix, namespace, profile });
  }

  /**
   * Synthesizes all charts and writes them to the output folder (`outdir`, else the environment's `CDK8S_OUTDIR`, else
   * `dist`), unless something is wrong with them.
   *
   * @throws SynthesisError with every error found; the output folder is then as it was
   */
  override synth(): void {
    const host = currentHost();
    if (host) return host.synth(this);
    const { replaces, unknown } = this.judging.judge === false ? { unknown: [] } : findFormerOutput(this.outdir);
    const { files, problems } = build(this, { ...this.judging, cacheFolder: cacheFolder(), replaces });
    settle([...problems, ...unknown]);
    settle(writeOutput(this.outdir, files).problems);
  }

  /**
   * Synthesizes all charts into one text.
   *
   * @returns the objects of all charts as documents of one YAML file
   * @throws SynthesisError with every error found
   */
  override synthYaml(): string {
    const { manifests, problems } = inspect(this, { ...this.judging, cacheFolder: cacheFolder() });
    settle(problems);
    return print(manifests);
  }
}

function cacheFolder(): string | undefined {
  return userCacheFolder(process.env, userHome());
}

// Whoever makes many apps wants to know once.
let isTold = false;

/** What the objects replace, or that this is not known. */
function findFormerOutput(outdir: string): Pick<ReviewSettings, 'replaces'> & { readonly unknown: readonly Problem[] } {
  const folder = resolve(outdir);
  const { fault, replaces } = readFormerOutput(folder);
  // Without a repository it is worth a word only where somebody else chose the folder, and so may have emptied it.
  const isPlain = fault === noRepository && (process.env.CDK8S_OUTDIR === undefined || existsSync(folder));
  if (fault === undefined || isPlain || isTold) return { replaces, unknown: [] };
  isTold = true;
  const message = `Updates were not judged: ${outdir} is empty, and what was committed of it cannot be read: ${fault}.`;
  return { unknown: [{ code: 'PLM5010', severity: 'warning', message }] };
}

/** Throws on errors; warnings go the way of Node's own. */
function settle(problems: readonly Problem[]): void {
  if (hasErrors(problems)) throw new SynthesisError(problems.filter((problem) => problem.severity === 'error'));
  for (const { code, construct, message } of problems) {
    process.emitWarning(construct ? `[${construct}] ${message}` : message, { type: 'PlimsollWarning', code });
  }
}
