import * as cdk8s from 'cdk8s';
import { build, inspect, print } from './build';
import { currentHost } from './host';
import { recordOrigins } from './manifest/origin';
import { writeOutput } from './output/write-output';
import { hasErrors } from './problems/problem';
import type { Problem } from './problems/problem';
import { SynthesisError } from './problems/synthesis-error';

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
  /** @param props as for `App` from cdk8s */
  constructor(props: cdk8s.AppProps = {}) {
    recordOrigins();
    super(props);
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
    const { files, problems } = build(this);
    settle(problems);
    settle(writeOutput(this.outdir, files).problems);
  }

  /**
   * Synthesizes all charts into one text.
   *
   * @returns the objects of all charts as documents of one YAML file
   * @throws SynthesisError with every error found
   */
  override synthYaml(): string {
    const { manifests, problems } = inspect(this);
    settle(problems);
    return print(manifests);
  }
}

/** Throws on errors; warnings go the way of Node's own. */
function settle(problems: readonly Problem[]): void {
  if (hasErrors(problems)) throw new SynthesisError(problems.filter((problem) => problem.severity === 'error'));
  for (const { code, construct, message } of problems) {
    process.emitWarning(construct ? `[${construct}] ${message}` : message, { type: 'PlimsollWarning', code });
  }
}
