import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAcross } from '../../src/checks/cross-checks';
import { problemCatalogue } from '../../src/problems/catalogue';
import type { ProblemCode, ProblemText } from '../../src/problems/catalogue';
import { readObjects } from '../../src/reading/read-objects';
import { problemNotes } from './problem-notes';

/** The pages of docs/problems, by the name of the file: one for each code, and the list of them. */
export function problemPages(): ReadonlyMap<string, string> {
  const codes = Object.keys(problemCatalogue).sort() as ProblemCode[];
  return new Map([
    ...codes.map((code) => [`${code}.md`, pageOf(code, problemCatalogue[code])] as const),
    ['README.md', listOf(codes)] as const,
  ]);
}

const examples = join(__dirname, '../fixtures/manifests/problems');

function pageOf(code: ProblemCode, { fix, severity, title, why }: ProblemText): string {
  const wrong = exampleOf(code, 'wrong');
  const right = exampleOf(code, 'right');
  const parts = [`# ${code}: ${title}`, `Severity: ${severity}. ${why}`];
  const note = problemNotes[code];
  if (note !== undefined) parts.push(note);
  parts.push('## How to mend it', fix);
  if (wrong !== undefined && right !== undefined) {
    parts.push(
      '## Wrong',
      fenced('yaml', wrong),
      'What is said:',
      fenced('text', saidOf(wrong)),
      '## Right',
      fenced('yaml', right),
    );
    parts.push(
      '## When it is meant',
      `Say so in the code, with the reason: \`allow(construct, '${code}', 'because …')\`. The reason is part of the report, and a ` +
        `permission that is no longer needed is an error.`,
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function exampleOf(code: ProblemCode, which: 'right' | 'wrong'): string | undefined {
  const path = join(examples, `${code}.${which}.yaml`);
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : undefined;
}

function saidOf(yaml: string): string {
  const manifests = readObjects({ path: 'example.yaml', text: yaml }).objects.map(({ identity, object }) => ({
    identity,
    object: object(),
    origin: { chart: '', construct: '', locate: () => undefined },
  }));
  return checkAcross(manifests)
    .map(({ code, field = '', message, object, severity }) => {
      const place = [object?.kind, object?.name, field].filter(Boolean).join(' ');
      return `${severity} ${code} ${place}\n${message}`;
    })
    .join('\n');
}

const groups = [
  ['PLM1', 'The construct tree'],
  ['PLM2', 'The objects that it makes'],
  ['PLM3', 'The output folder'],
  ['PLM4', 'The project and its command'],
  ['PLM5', 'What the API server would say'],
  ['PLM6', 'Files that are checked'],
  ['PLM7', 'What objects have to do with each other'],
] as const;

function listOf(codes: readonly ProblemCode[]): string {
  const parts = [
    '# Problems',
    'What each code means. `E` stops the write, `W` is shown and does not; some depend on the case.',
  ];
  for (const [prefix, title] of groups) {
    const rows = codes
      .filter((code) => code.startsWith(prefix))
      .map((code) => {
        const { severity, title: problem } = problemCatalogue[code];
        return `| [${code}](${code}.md) | ${severity === 'error' ? 'E' : 'W'} | ${problem} |`;
      });
    parts.push(`## ${title}`, ['| code | | problem |', '|---|---|---|', ...rows].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
