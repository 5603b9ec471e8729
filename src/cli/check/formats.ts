import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { once } from '../../once';
import { problemsAnnotations } from '../../report/problem-annotations';
import { problemsGitlab } from '../../report/problem-gitlab';
import { problemsJunit } from '../../report/problem-junit';
import type { ProblemListing } from '../../report/problem-listing';
import { problemsMarkdown } from '../../report/problem-markdown';
import { problemsSarif } from '../../report/problem-sarif';
import { either } from '../../values/show';
import type { Io } from '../io';
import { checkFormats } from './check-formats';
import type { CheckFormat } from './check-formats';
import { checkJson } from './check-json';
import type { CheckOutcome } from './check-outcome';
import { listProblems, repositoryRoot } from './list-problems';

/** A report that is asked for. */
export interface FormatRequest {
  readonly format: CheckFormat;
  /** The file it goes to, as the user named it. @default - the standard output */
  readonly file?: string;
}

/**
 * Reads `text,sarif=report.sarif`: formats with commas between them, each with the file it goes to or without.
 *
 * @returns what is wrong with it, as a sentence, where something is
 */
export function readFormats(text: string): readonly FormatRequest[] | string {
  const requests: FormatRequest[] = [];
  for (const part of text.split(',')) {
    const [, name, equals, file] = /^([^=]*)(=?)(.*)$/s.exec(part) ?? [];
    if (!isFormat(name)) return `--format takes ${either(checkFormats)}, not \`${name}\`.`;
    if (equals && file === '') return `--format ${name}= lacks the name of a file.`;
    if (equals && name === 'text') return '--format text goes to the standard output only.';
    requests.push({ format: name, ...(equals && { file }) });
  }
  const printed = requests.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (printed.length > 1)
    return `Only one format can be printed, not ${printed.join(' and ')}: give the others a file, such as \`${printed[1]}=FILE\`.`;
  // Who wants a report in a file still wants to see what is wrong.
  return printed.length === 0 ? [{ format: 'text' }, ...requests] : requests;
}

function isFormat(name: string): name is CheckFormat {
  return (checkFormats as readonly string[]).includes(name);
}

/** Prints or writes every report but that in text; says why one cannot be written, where that is so. */
export function deliver(requests: readonly FormatRequest[], outcome: CheckOutcome, io: Io): string | undefined {
  const shared = once(() => listProblems(outcome, io.folder, repositoryRoot(io.folder)));
  for (const { file, format } of requests) {
    if (format === 'text') continue;
    const text =
      format === 'json'
        ? checkJson(listProblems(outcome, io.folder, io.folder), outcome.data)
        : printers[format](shared());
    if (file === undefined) {
      io.stdout(text);
      continue;
    }
    try {
      const path = resolve(io.folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      return `\`${file}\` cannot be written: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`;
    }
  }
  return undefined;
}

const printers: Readonly<Record<Exclude<CheckFormat, 'text' | 'json'>, (listing: ProblemListing) => string>> = {
  sarif: problemsSarif,
  github: problemsAnnotations,
  gitlab: problemsGitlab,
  junit: problemsJunit,
  markdown: problemsMarkdown,
};
