import type { Explanation, MadeBy } from '../explain/explanation';
import type { SourcePosition } from '../problems/problem';
import { codeFrame } from './code-frame';
import type { Styles } from './styles';

/** How an explanation is shown. */
export interface ExplanationReportOptions {
  readonly styles: Styles;
  /** Makes the path of a file short. */
  readonly shorten: (file: string) => string;
  /** The text of a source file; undefined where it cannot be read. */
  readonly readSource: (file: string) => string | undefined;
}

/** An explanation as text. */
export function reportExplanation(explanation: Explanation, options: ExplanationReportOptions): string {
  const { documentation, field, object, source, within } = explanation;
  const { styles } = options;
  const place = (position: SourcePosition): string =>
    styles.place(`${options.shorten(position.file)}:${position.line}:${position.column}`);
  const made = ({ construct, constructClass, source: at }: MadeBy): string =>
    `${constructClass ? `${constructClass} ` : ''}${construct}${at ? ` at ${place(at)}` : ''}`;
  const { exact, said } = describeCause(explanation);
  const shown = exact ?? source;
  const text = shown && options.readSource(shown.file);
  const identity = `${object.kind} ${object.name}${object.namespace ? ` in ${object.namespace}` : ''}`;
  return [
    styles.heading(`${identity}${field === '' ? '' : `: ${field}`}`),
    `  ${said}${exact ? ` at ${place(exact)}` : ''}`,
    ...(text === undefined || !shown ? [] : codeFrame(text, shown, styles).map((line) => `    ${line}`)),
    `  made by ${made(explanation)}`,
    ...within.map((around) => `  in ${made(around)}`),
    ...(documentation ? ['', `  ${styles.dim(documentation.field)}`, ...wrap(documentation.text, 100, '  ')] : []),
    '',
  ].join('\n');
}

function describeCause({ cause, constructClass = 'the construct' }: Explanation): {
  readonly said: string;
  readonly exact?: SourcePosition;
} {
  switch (cause.kind) {
    case 'prop': {
      const others = cause.others.length > 0 ? ` (and ${cause.others.slice(0, 3).join(', ')})` : '';
      return { said: `set by the prop ${cause.prop}${others}`, exact: cause.source };
    }
    case 'call':
      return { said: `set by the call ${cause.call}()`, exact: cause.source };
    case 'id':
      return { said: 'follows from the id', exact: cause.source };
    case 'scope':
      return { said: `${scopeWords[cause.name] ?? `follows from ${cause.name}`}` };
    case 'construct':
      return { said: `always so in ${constructClass === 'the construct' ? constructClass : `a ${constructClass}`}` };
    case 'unknown':
      return {
        said: cause.isOther
          ? `not what ${constructClass} says when it is made again: changed afterwards, or other each time`
          : 'made by the code below; no more is known of it',
      };
  }
}

const scopeWords: Readonly<Record<string, string>> = {
  profile: 'a default of the security profile',
  hardened: 'a default of `hardened`',
  namePrefix: 'follows from the name prefix of the scope',
  namespace: 'the namespace of the chart, or of the scope around it',
  labels: 'a label of the chart, or of the scope around it',
  annotations: 'an annotation of the scope around it',
};

function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(indent + line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}
