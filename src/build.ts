import type { App } from 'cdk8s';
import { check } from './checks/all-checks';
import { constructMetadataFile } from './layout/construct-metadata';
import { layOut } from './layout/lay-out';
import type { Layout, LayoutSettings } from './layout/lay-out';
import { judgeManifests } from './judging';
import type { AppJudgement, JudgingSettings } from './judging';
import type { Manifest } from './manifest/manifest';
import { synthesize } from './manifest/synthesize';
import type { Synthesis } from './manifest/synthesize';
import type { OutputFile } from './output/output-file';
import { hasErrors } from './problems/problem';
import type { Problem } from './problems/problem';
import { printYamlDocuments } from './yaml/print';

/** The objects an app makes, and what is wrong with them. */
export interface Inspection {
  readonly synthesis: Synthesis;
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Problem[];
}

/** What the API server would say, beside the problems. */
export type Judged = Omit<AppJudgement, 'problems'>;

/** All there is to know of an app before anything is written. */
export interface Build extends Omit<Inspection, 'synthesis'> {
  /** What belongs into the output folder; nothing where a problem is an error. */
  readonly files: readonly OutputFile[];
  readonly judged: Judged;
}

/**
 * The whole product: synthesize, check, lay out, print, judge. Callers decide whether to write, compare or show it.
 *
 * @param judging how the objects are judged
 */
export function build(app: App, judging: JudgingSettings = {}): Build {
  const { synthesis, manifests, problems: found } = examine(app);
  const layout = layOut(synthesis, app as unknown as LayoutSettings);
  const flaws = [...found, ...layout.problems];
  const files = hasErrors(flaws) ? [] : printFiles(layout);
  const { problems: verdicts, ...judged } = judgeManifests(manifests, judging, files, pathsOf(layout));
  const problems = [...flaws, ...verdicts];
  return { manifests, problems, files: hasErrors(problems) ? [] : files, judged };
}

/** Synthesizes an app, and checks and judges what it makes. */
export function inspect(app: App, judging: JudgingSettings = {}): Inspection {
  const inspection = examine(app);
  const { problems } = judgeManifests(inspection.manifests, judging);
  return { ...inspection, problems: [...inspection.problems, ...problems] };
}

function examine(app: App): Inspection {
  const synthesis = synthesize(app);
  const manifests = synthesis.charts.flatMap((chart) => chart.manifests);
  return { synthesis, manifests, problems: [...synthesis.problems, ...check(manifests)] };
}

function printFiles({ constructMetadata, files }: Layout): readonly OutputFile[] {
  const printed: OutputFile[] = files.map(({ manifests, path }) => ({ path, text: print(manifests) }));
  if (constructMetadata !== undefined) printed.push({ path: constructMetadataFile, text: constructMetadata });
  return printed;
}

function pathsOf({ files }: Layout): ReadonlyMap<Manifest, string> {
  return new Map(files.flatMap(({ manifests, path }) => manifests.map((manifest) => [manifest, path] as const)));
}

/** Prints objects as the documents of one YAML file. */
export function print(manifests: readonly Manifest[]): string {
  return printYamlDocuments(manifests.map((manifest) => manifest.object));
}
