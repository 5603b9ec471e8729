import { dirname } from 'node:path';
import type { DocumentedExport, DocumentedMember, Documentation } from './documented';
import type { Family } from './families';

/** Where an export is described: `pods.md#volume`. */
export type LinkOf = (name: string) => string | undefined;

const kinds = {
  class: 'Class',
  interface: 'Interface',
  type: 'Type',
  function: 'Function',
  constant: 'Constant',
  module: 'Module',
};

/** A page of the reference: constructs and other classes first, then functions, then what they are given. */
export function printPage({ title }: Family, entries: readonly DocumentedExport[], linkOf: LinkOf): string {
  const sections = entries.map((entry) => printExport(entry, linkOf));
  return `${[`# ${title}`, generated, listOf(entries, linkOf), ...sections].join('\n\n')}\n`;
}

const generated = 'Made from the doc comments of the sources. [All pages](README.md)';

function listOf(entries: readonly DocumentedExport[], linkOf: LinkOf): string {
  const rows = entries.map(
    ({ documentation, kind, name }) =>
      `| [\`${name}\`](${linkOf(name)?.replace(/^[^#]*/, '')}) | ${kinds[kind].toLowerCase()} | ${cell(firstSentence(documentation.text))} |`,
  );
  return ['| name | | what it is |', '|---|---|---|', ...rows].join('\n');
}

/** Up to the first full stop; abbreviations are not written in our comments. */
export function firstSentence(text: string): string {
  const [paragraph = ''] = text.split('\n\n');
  return /^[\s\S]*?[.:](?=\s|$)/.exec(paragraph)?.[0].replace(/:$/, '.') ?? paragraph;
}

function printExport(entry: DocumentedExport, linkOf: LinkOf): string {
  const { bases, code, constructedWith, documentation, file, kind, members, name } = entry;
  const parts = [`## ${name}`, documentation.text, fenced(code)];
  if (bases.length > 0) {
    const links = [...new Set(bases)].map((base) => `[\`${base}\`](${linkOf(base)})`);
    parts.push(`With everything of ${links.join(', ')}.`);
  }
  if (constructedWith !== undefined) {
    parts.push('**Constructor**', fenced(constructedWith.code), ...notesOf(constructedWith.documentation));
  }
  const properties = members.filter(({ isMethod }) => !isMethod);
  const methods = members.filter(({ isMethod }) => isMethod);
  if (properties.length > 0) parts.push('**Properties**', tableOf(entry, properties, linkOf));
  if (methods.length > 0) {
    parts.push(kind === 'constant' ? '**Functions**' : '**Methods**');
    for (const { documentation: said, type } of methods) parts.push(fenced(type), said.text, ...notesOf(said));
  }
  parts.push(...notesOf(documentation));
  for (const example of documentation.examples) parts.push('**Example**', fenced(example));
  parts.push(`Source: [${file}](../../${file})`);
  return parts.filter((part) => part !== '').join('\n\n');
}

function tableOf(
  { kind, name: owner }: DocumentedExport,
  members: readonly DocumentedMember[],
  linkOf: LinkOf,
): string {
  const isClass = kind === 'class';
  const rows = members.map(({ documentation, isRequired, name, type }) => {
    const notes = [
      documentation.text,
      ...throwsOf(documentation),
      ...seeOf(documentation),
      typesIn(owner, type, linkOf),
    ];
    const cells = [`\`${name}\``, inline(type)];
    if (!isClass) cells.push(isRequired ? 'required' : defaultOf(documentation));
    return `| ${[...cells, cell(notes.filter((note) => note !== '').join(' '))].join(' | ')} |`;
  });
  const head = isClass
    ? ['| property | type | what it is |', '|---|---|---|']
    : ['| property | type | default | what it is |', '|---|---|---|---|'];
  return [...head, ...rows].join('\n');
}

/** `- none` is a sentence, `'restricted'` a value. */
function defaultOf({ default: said }: Documentation): string {
  if (said === undefined) return 'optional';
  return said.startsWith('- ') ? cell(said.slice(2)) : inline(said);
}

/** Links to the exports that a type names. */
function typesIn(owner: string, type: string, linkOf: LinkOf): string {
  const names = [...new Set(type.replace(/'[^']*'|\/\*[\s\S]*?\*\//g, '').match(/[A-Za-z]\w*/g) ?? [])];
  const links = names.flatMap((name) => {
    const link = name === owner || !/^[A-Z]/.test(name) ? undefined : linkOf(name);
    return link === undefined ? [] : [`[${name}](${link})`];
  });
  return links.length === 0 ? '' : `See ${links.join(', ')}.`;
}

function notesOf(documentation: Documentation): readonly string[] {
  const parameters = documentation.parameters.map(([name, text]) => `- \`${name}\`: ${text}`);
  return [
    ...(parameters.length > 0 ? [parameters.join('\n')] : []),
    ...throwsOf(documentation),
    ...seeOf(documentation),
  ];
}

function throwsOf({ throws }: Documentation): readonly string[] {
  return throws.map((thrown) => `Throws ${thrown.trim()}.`.replace(/\.\.$/, '.'));
}

function seeOf({ see }: Documentation): readonly string[] {
  return see.map((seen) => (/^https?:\S+$/.test(seen) ? `[${hostOf(seen)}](${seen})` : `See ${seen}.`));
}

/** Text for a link: the page and no more. */
function hostOf(address: string): string {
  const { hash, hostname, pathname } = new URL(address);
  const page = pathname.endsWith('/') ? dirname(`${pathname}x`) : pathname;
  return `${hostname}: ${hash.slice(1) || page.split('/').pop() || hostname}`;
}

/** Not `ts`: such blocks are samples, and samples are compiled and run. */
function fenced(code: string): string {
  return `\`\`\`typescript\n${code}\n\`\`\``;
}

function inline(code: string): string {
  const line = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `\`${line.replaceAll('|', '\\|')}\``;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
