import type { DocumentedExport, ExportKind } from './documented';
import { headingsOf } from '../markdown-links';
import { type Family, families, familyOf } from './families';
import { firstSentence, printPage } from './print-page';
import { readPublicProgram } from './public-program';
import { readExports } from './read-exports';

/** Constructs first, then what they are made with. */
const order: readonly ExportKind[] = ['module', 'class', 'constant', 'function', 'interface', 'type'];

/** Everything that the package exports. */
export function documentedExports(): readonly DocumentedExport[] {
  return readExports(readPublicProgram());
}

/** The pages of docs/reference by the name of the file: one for each family, and the list of them. */
export function referencePages(exports: readonly DocumentedExport[]): ReadonlyMap<string, string> {
  const sorted = [...exports].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const links = new Map(
    families.flatMap((family) =>
      linksOf(
        family,
        sorted.filter(({ file }) => familyOf(file) === family),
      ),
    ),
  );
  const linkOf = (name: string): string | undefined => links.get(name);
  const pages = new Map<string, string>();
  for (const family of families) {
    const entries = sorted.filter(({ file }) => familyOf(file) === family);
    if (entries.length > 0) pages.set(`${family.page}.md`, printPage(family, entries, linkOf));
  }
  return new Map([...pages, ['README.md', printIndex(sorted, linkOf)] as const]);
}

/** Where each export of a page is: names that differ in their case alone are numbered, as GitHub does it. */
function linksOf(
  { page, title }: Family,
  entries: readonly DocumentedExport[],
): readonly (readonly [string, string])[] {
  const [, ...headings] = headingsOf([title, ...entries.map(({ name }) => name)].map((text) => `# ${text}\n`).join(''));
  return entries.map(({ name }, index) => [name, `${page}.md#${headings[index]}`] as const);
}

const words = `Everything that \`cdk8s-plimsoll\` exports, made from the doc comments of the sources. How the constructs are used, with examples and the
YAML they make, is in [the pages on constructs](../constructs/); the types of the Kubernetes API are exported as \`api\`.`;

function printIndex(exports: readonly DocumentedExport[], linkOf: (name: string) => string | undefined): string {
  const parts = ['# Reference', words];
  for (const family of families) {
    const entries = exports.filter(({ file }) => familyOf(file) === family);
    if (entries.length === 0) continue;
    parts.push(`## [${family.title}](${family.page}.md)`);
    const values = entries.filter(({ kind }) => kind !== 'interface' && kind !== 'type');
    const types = entries.filter((entry) => !values.includes(entry));
    parts.push(
      values
        .map(
          ({ documentation, name }) =>
            `- [\`${name}\`](${linkOf(name)}): ${firstSentence(documentation.text).replace(/\s+/g, ' ')}`,
        )
        .join('\n'),
    );
    if (types.length > 0) parts.push(`Types: ${types.map(({ name }) => `[\`${name}\`](${linkOf(name)})`).join(', ')}`);
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What lacks a doc comment, as `file:Symbol` or `file:Symbol.member`. */
export function undocumented(exports: readonly DocumentedExport[]): readonly string[] {
  return exports.flatMap(({ documentation, file, members, name }) => [
    ...(documentation.text === '' ? [`${file}:${name}`] : []),
    ...members.filter((member) => member.documentation.text === '').map((member) => `${file}:${name}.${member.name}`),
  ]);
}
