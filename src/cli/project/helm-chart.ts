import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { OutputFile } from '../../output/output-file';
import type { Problem } from '../../problems/problem';
import { problem } from '../problem';
import type { Settings } from './settings';

/** What of the settings makes the output a Helm chart. */
export type HelmSettings = Pick<Settings, 'imports' | 'synthConfig'>;

/** Checks the settings of a Helm chart against each other, as cdk8s-cli does. */
export function checkHelmSettings({ imports, synthConfig = {} }: HelmSettings): readonly Problem[] {
  const { chartApiVersion, chartVersion, format = 'plain' } = synthConfig;
  const refuse = (message: string): readonly Problem[] => [problem('PLM4003', { message })];
  if (format === 'helm') {
    if (!chartVersion) return refuse('`synthConfig.format` is `helm`, which takes a `synthConfig.chartVersion` too.');
    if (chartApiVersion === 'v1' && customResources(imports).length > 0) {
      return refuse(
        '`synthConfig.chartApiVersion` is `v1`, which has no place for the resources in `imports`; use `v2`.',
      );
    }
    return [];
  }
  if (chartApiVersion) return refuse('`synthConfig.chartApiVersion` is for `synthConfig.format: helm` only.');
  if (chartVersion) return refuse('`synthConfig.chartVersion` is for `synthConfig.format: helm` only.');
  return [];
}

/**
 * Lays files out as a Helm chart, byte for byte as cdk8s-cli does: manifests under `templates`, a `Chart.yaml`, a README,
 * and the definitions of custom resources under `crds`. Definitions that cdk8s-cli would download are refused.
 *
 * @param folder the project's folder, an absolute path; the chart takes its name
 */
export function layOutHelmChart(
  files: readonly OutputFile[],
  { imports, synthConfig = {} }: HelmSettings,
  folder: string,
): { readonly files: readonly OutputFile[]; readonly problems: readonly Problem[] } {
  const name = basename(folder);
  const problems: Problem[] = [];
  const definitions = customResources(imports).flatMap((source) => {
    const text = readDefinition(source, folder);
    if (text !== undefined) return [{ path: `crds/${basename(source).replace(/\.ya?ml$/, '')}.yaml`, text }];
    const message = `\`imports\` names \`${source}\`, which is no file of this project; its definition would have to be downloaded.`;
    const fix = 'Save the definition to a file, and name that file in `imports`.';
    problems.push(problem('PLM4003', { message, fix }));
    return [];
  });
  const chart = [
    `apiVersion: ${JSON.stringify(synthConfig.chartApiVersion ?? 'v2')}`,
    `name: ${JSON.stringify(name)}`,
    `version: ${JSON.stringify(synthConfig.chartVersion)}`,
    `description: Generated chart for ${name}`,
    'type: application',
    '',
  ];
  const readme =
    'This Helm chart is generated using cdk8s. Any manual changes to the chart would be discarded once cdk8s app is ' +
    'synthesized again with `--format helm`.';
  return {
    files: [
      { path: 'Chart.yaml', text: chart.join('\n') },
      { path: 'README.md', text: readme },
      ...files.map((file) => ({ path: `templates/${file.path}`, text: file.text })),
      ...definitions,
    ],
    problems,
  };
}

/** Of what is imported, all but Kubernetes itself and Helm charts are definitions of custom resources. */
function customResources(imports: readonly string[] = []): readonly string[] {
  return imports
    .filter((it) => it !== 'k8s' && !it.startsWith('k8s@') && !it.startsWith('helm:') && !it.includes(':=helm:'))
    .map((it) => it.slice(it.indexOf(':=') < 0 ? 0 : it.indexOf(':=') + 2));
}

function readDefinition(source: string, folder: string): string | undefined {
  try {
    return /^[a-z]+:/.test(source) ? undefined : readFileSync(resolve(folder, source), 'utf8');
  } catch {
    return undefined;
  }
}
