/** One line `name arg arg;` of a configuration. The arguments are quoted already: see nginx-token.ts. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  /** Each argument on a line of its own, for long lists. */
  readonly tall?: boolean;
}

/** What belongs together: a block, or the directives on one subject. A blank line is printed between two. */
export type Section = readonly Statement[];

/** `name arg { … }`. */
export interface Block {
  readonly name: string;
  readonly args: readonly string[];
  readonly body: readonly Section[];
}

/** A line for whoever reads the configuration. */
export interface Comment {
  readonly comment: string;
}

/** A piece of an nginx configuration. */
export type Statement = Directive | Block | Comment;

/** One directive. */
export function directive(name: string, ...args: readonly (string | number)[]): Directive {
  return { name, args: args.map(String) };
}

/** One block. Sections that are empty vanish. */
export function block(name: string, args: readonly string[], ...body: readonly Section[]): Block {
  return { name, args, body };
}

/** One comment. */
export function comment(text: string): Comment {
  return { comment: text };
}

/** The text of a configuration. */
export function printSections(sections: readonly Section[], indent = ''): string {
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.map((statement) => printStatement(statement, indent)).join(''))
    .join('\n');
}

function printStatement(statement: Statement, indent: string): string {
  if ('comment' in statement) {
    return `${indent}# ${statement.comment}\n`;
  }
  const head = `${indent}${[statement.name, ...statement.args].join(' ')}`;
  if ('body' in statement) {
    const body = printSections(statement.body, `${indent}  `);
    return body === '' ? `${head} {}\n` : `${head} {\n${body}${indent}}\n`;
  }
  if (statement.tall === true) {
    return `${[`${indent}${statement.name}`, ...statement.args.map((arg) => `${indent}  ${arg}`)].join('\n')};\n`;
  }
  return `${head};\n`;
}
