import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { OutputFile } from '../../output/output-file';
import { journalName, recordName } from '../../output/own-names';
import { planOutput } from '../../output/plan-output';
import type { Plan } from '../../output/plan-output';
import { readOutputFolder } from '../../output/read-output-folder';
import type { OutputFolder } from '../../output/read-output-folder';
import { hasErrors } from '../../problems/problem';
import type { Problem, SourcePosition } from '../../problems/problem';
import { decodeText } from '../../reading/decode-text';
import { findFiles } from '../../reading/find-files';
import { tellFileApart } from '../../reading/tell-apart';
import { problem } from '../problem';
import { describeDifference } from './describe-difference';

/** How the output folder differs from what the app makes. All paths are relative to it, and sorted. */
export interface OutputComparison {
  /** Files that are as they should be. */
  readonly current: readonly string[];
  readonly missing: readonly string[];
  /** Files with other content, whoever changed it. */
  readonly stale: readonly string[];
  /** Those of them that are not as they were written either. */
  readonly edited: readonly string[];
  /** Files that are not made any more. */
  readonly unwanted: readonly string[];
  /** Manifests that somebody else made. */
  readonly foreign: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Compares the output folder with what belongs into it. Nothing is written. Line ends do not count: Git may turn them around.
 *
 * @param name the output folder, as the user named it
 * @param home the same, an absolute path
 */
export function compareOutput(files: readonly OutputFile[], name: string, home: string): OutputComparison {
  const folder: OutputFolder = { ...readOutputFolder(home, files), name };
  if (hasErrors(folder.problems)) return { ...nothing, problems: folder.problems.map(withoutConsequence) };
  const plan = planOutput(files, folder);
  const comparer = new Comparer(plan, folder, home);
  return comparer.compare(new Set(files.map(({ path }) => path)));
}

const nothing = { current: [], missing: [], stale: [], edited: [], unwanted: [], foreign: [] };

/** What a plan says of files that are in the way; here, each file is looked at anew. */
const judgedAnew: ReadonlySet<string> = new Set(['PLM3003', 'PLM3004']);

class Comparer {
  private readonly problems: Problem[] = [];
  private readonly missing: string[] = [];
  private readonly stale: string[] = [];
  private readonly edited: string[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly folder: OutputFolder,
    private readonly home: string,
  ) {}

  compare(wanted: ReadonlySet<string>): OutputComparison {
    const { plan } = this;
    this.problems.push(...plan.problems.filter(({ code }) => !judgedAnew.has(code)).map(withoutConsequence));
    for (const file of plan.write) this.compareFile(file);
    for (const { path } of plan.prune) this.refuseUnwanted(path);
    if (plan.record.changed && this.problems.length === 0) this.refuseRecord();
    const foreign = this.findForeign(wanted);
    return {
      current: plan.keep.map(({ path }) => path),
      missing: this.missing,
      stale: this.stale,
      edited: this.edited,
      unwanted: plan.prune.map(({ path }) => path),
      foreign,
      problems: this.problems,
    };
  }

  private compareFile({ path, text }: OutputFile): void {
    const found = this.folder.found.get(path);
    const written = this.folder.record?.files.get(path);
    if (found === undefined) {
      const was = written === undefined ? 'it was never written' : 'it was written, and somebody deleted it';
      this.missing.push(path);
      this.add('PLM3020', path, `${this.nameOf(path)} is missing: the app makes it, and ${was}.`);
      return;
    }
    // What is no plain file, the plan has refused.
    if (found.kind !== 'file') return;
    this.stale.push(path);
    const decoded = decodeText(readFileSync(join(this.home, path)));
    if ('fault' in decoded) {
      this.add('PLM3021', path, `${this.nameOf(path)} is not what the app makes: ${decoded.fault}.`);
      return;
    }
    const conflict = /^<{7}(?: .*)?\r?$/m.exec(decoded.text);
    if (conflict && /^>{7}/m.test(decoded.text)) {
      const line = decoded.text.slice(0, conflict.index).split('\n').length;
      this.add('PLM3023', path, `${this.nameOf(path)} has marks of a merge that is not resolved.`, { line, column: 1 });
      return;
    }
    const { position, what } = describeDifference(decoded.text, text);
    const isAsWritten = found.sha256 === written || found.plainSha256 === written;
    if (isAsWritten || this.folder.record?.fault !== undefined) {
      this.add('PLM3021', path, `${this.nameOf(path)} is not what the app makes now: ${what}.`, position);
      return;
    }
    this.edited.push(path);
    if (written === undefined) {
      const message = `${this.nameOf(path)} is in the place of a file that the app makes, and Plimsoll did not write it: ${what}.`;
      this.add('PLM3003', path, message, position);
      return;
    }
    const message =
      `${this.nameOf(path)} is neither what the app makes now nor what was written last: it was changed by hand or by a merge ` +
      `(${what}).`;
    const fix = 'Put the change into the code, or drop it with `plimsoll synth --force`.';
    this.add('PLM3004', path, message, position, fix);
  }

  private refuseUnwanted(path: string): void {
    this.add('PLM3022', path, `${this.nameOf(path)} was written, and the app does not make it any more.`);
  }

  /** Every file is as it should be; which of them are Plimsoll's is not said rightly. */
  private refuseRecord(): void {
    const isThere = this.folder.record !== undefined;
    if (!isThere) this.missing.push(recordName);
    else this.stale.push(recordName);
    const what = isThere ? 'does not list the files as they are' : 'is missing';
    const why = 'it says which files may be overwritten and deleted';
    this.add(isThere ? 'PLM3021' : 'PLM3020', recordName, `${this.nameOf(recordName)} ${what}: ${why}.`);
  }

  private findForeign(wanted: ReadonlySet<string>): readonly string[] {
    const there = findFiles([this.home], this.home).files.map((file) => relative(this.home, file).split(sep).join('/'));
    const foreign = there.filter((path) => {
      const isKnown = wanted.has(path) || this.folder.record?.files.has(path) === true;
      return !isKnown && tellFileApart(path, () => true) === undefined;
    });
    for (const path of foreign.slice(0, mostForeign)) {
      this.add('PLM3024', path, `${this.nameOf(path)} is not made by the app.`);
    }
    const more = foreign.length - mostForeign;
    if (more > 0)
      this.problems.push(problem('PLM3024', { message: `${more} more manifests are not made by the app.` }));
    if (isThere(join(this.home, journalName))) {
      this.problems.push(problem('PLM3025', { message: `A write to \`${this.folder.name}\` was interrupted.` }));
    }
    return foreign;
  }

  private nameOf(path: string): string {
    return `\`${path}\` in \`${this.folder.name}\``;
  }

  private add(
    code: Problem['code'],
    path: string,
    message: string,
    position: Pick<SourcePosition, 'line' | 'column'> = { line: 1, column: 1 },
    fix?: string,
  ): void {
    const source = { file: join(this.home, path), ...position };
    // There is no line to show in a file that is not there.
    const place = code === 'PLM3020' ? { file: path } : { source };
    this.problems.push(problem(code, { message, ...place, ...(fix !== undefined && { fix }) }));
  }
}

/** Foreign files that are named one by one. */
const mostForeign = 50;

/** The writer says what became of the files; a check never changes any. */
function withoutConsequence(found: Problem): Problem {
  return { ...found, message: found.message.replace(/ Nothing was changed\.$/, '') };
}

function isThere(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
