/**
 * Lets kube-score and checkov judge every construct, and compares what they say with what is written down: hardened ones must
 * be without findings of any level, plain ones have those of `taste.ts`.
 *
 *     npx tsx test/linters/main.ts             compares
 *     npx tsx test/linters/main.ts --write     records the result in docs/hardened.md
 *
 * The tools are looked for in PATH and in the folder PLIMSOLL_LINTERS.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceSection, table } from './document';
import { type Judged, judgeAll } from './run';
import { singleObjects } from './single-objects';
import { reasons, taste } from './taste';
import { type Finding, findTool, versionOf } from './tools';
import { workloads } from './workloads';

const page = join(__dirname, '../../docs/hardened.md');

/** The rules by which something was found, each once. */
function rulesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

/** What differs from what is written down, as lines to read. */
function differences({ name, plain, hardened }: Judged): readonly string[] {
  const rules = rulesOf(plain);
  const expected = taste[name] ?? [];
  return [
    ...hardened.map(({ tool, rule, object }) => `${name}, hardened: ${tool} has ${rule} against ${object}`),
    ...rules.filter((rule) => !expected.includes(rule)).map((rule) => `${name}, plain: ${rule} is not in taste.ts`),
    ...expected.filter((rule) => !rules.includes(rule)).map((rule) => `${name}, plain: ${rule} is found no more`),
    ...rules.filter((rule) => reasons[rule] === undefined).map((rule) => `${rule} has no reason in taste.ts`),
  ];
}

function record(all: readonly Judged[], versions: string): void {
  const list = (findings: readonly Finding[], tool: Finding['tool']): string =>
    rulesOf(findings.filter((finding) => finding.tool === tool))
      .map((rule) => `\`${rule}\``)
      .join(' ') || 'none';
  const rows = all.map((one) => [
    one.name,
    String(one.objects),
    list(one.plain, 'kube-score'),
    list(one.plain, 'checkov'),
    one.hardened.length === 0 ? 'none' : String(one.hardened.length),
  ]);
  const head = ['construct', 'objects, hardened', 'kube-score, plain', 'checkov, plain', 'both, hardened'];
  const why = Object.entries(reasons).map(([rule, reason]) => [`\`${rule}\``, reason]);
  let text = readFileSync(page, 'utf8');
  text = replaceSection(text, 'findings', `Found by ${versions}.\n\n${table(head, rows)}`);
  text = replaceSection(text, 'reasons', table(['rule', 'why it is off by default'], why));
  writeFileSync(page, text);
}

function main(args: readonly string[]): number {
  const tools = { kubeScore: findTool('kube-score'), checkov: findTool('checkov') };
  const { kubeScore, checkov } = tools;
  if (kubeScore === undefined || checkov === undefined) {
    const missing = kubeScore === undefined ? 'kube-score' : 'checkov';
    console.error(
      `${missing} is missing: put it into PATH, or name its folder in PLIMSOLL_LINTERS. See docs/hardened.md.`,
    );
    return 2;
  }
  const judged = judgeAll([...workloads, ...singleObjects], { kubeScore, checkov });
  const wrong = judged.flatMap((one) => {
    const different = differences(one);
    console.log(`${different.length === 0 ? 'as written' : 'DIFFERENT '}  ${one.name}`);
    return different;
  });
  for (const line of wrong) console.error(line);
  // Built by `go install`, kube-score does not know its version.
  if (args.includes('--write')) record(judged, `kube-score 1.20.0 and checkov ${versionOf(checkov)}`);
  return wrong.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
