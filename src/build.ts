import type { App } from 'cdk8s';
import { check } from './checks/all-checks';
import { constructMetadataFile } from './layout/construct-metadata';
import { layOut } from './layout/lay-out';
import type { LayoutSettings } from './layout/lay-out';
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

/** All there is to know of an app before anything is written. */
export interface Build extends Omit<Inspection, 'synthesis'> {
  /** What belongs into the output folder; nothing where a problem is an error. */
  readonly files: readonly OutputFile[];
}

/** The whole product: synthesize, check, lay out, print. Callers decide whether to write, compare or show it. */
export function build(app: App): Build {
  const { synthesis, manifests, problems: found } = inspect(app);
  const layout = layOut(synthesis, app as unknown as LayoutSettings);
  const problems = [...found, ...layout.problems];
  if (hasErrors(problems)) return { manifests, problems, files: [] };

  const files: OutputFile[] = layout.files.map(({ path, manifests: printed }) => ({ path, text: print(printed) }));
  if (layout.constructMetadata !== undefined)
    files.push({ path: constructMetadataFile, text: layout.constructMetadata });
  return { manifests, problems, files };
}

/** Synthesizes an app and checks what it makes. */
export function inspect(app: App): Inspection {
  const synthesis = synthesize(app);
  const manifests = synthesis.charts.flatMap((chart) => chart.manifests);
  return { synthesis, manifests, problems: [...synthesis.problems, ...check(manifests)] };
}

/** Prints objects as the documents of one YAML file. */
export function print(manifests: readonly Manifest[]): string {
  return printYamlDocuments(manifests.map((manifest) => manifest.object));
}
