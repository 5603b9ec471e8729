import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { AllowedProblem } from '../../manifest/allowances';
import { problemCatalogue } from '../../problems/catalogue';
import type { Problem, SourcePosition } from '../../problems/problem';
import { identityKey } from '../../reading/identity-key';
import type { ListedPlace, ListedProblem, ProblemListing } from '../../report/problem-listing';
import { load } from '../load';
import type { CheckOutcome } from './check-outcome';

/**
 * Puts together what reports for other programs say.
 *
 * @param folder the working directory, an absolute path
 * @param base what paths are relative to, an absolute path
 */
export function listProblems(outcome: CheckOutcome, folder: string, base: string): ProblemListing {
  const lister = new Lister(outcome, folder, base);
  const problems = outcome.problems.map((it) => lister.list(it));
  const allowed = outcome.allowed.map((it) => lister.list(it));
  const { repository, version } = load('../../package.json') as Package;
  const page = repositoryPage(typeof repository === 'string' ? repository : repository?.url);
  return {
    problems,
    allowed,
    files: outcome.files.map((file) => lister.nameOf(file)).sort(),
    fallback: lister.nameOf(outcome.fallback),
    summary: outcome.sentence,
    version,
    ...(page !== undefined && { documentation: `${page}/blob/v${version}/docs/problems` }),
  };
}

/** The folder that holds the Git repository around a folder; the folder itself where there is none. */
export function repositoryRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

interface Package {
  readonly version: string;
  readonly repository?: string | { readonly url?: string };
}

/** The page of a repository that package.json names; undefined where there is none. */
export function repositoryPage(url: string | undefined): string | undefined {
  const page = url?.replace(/^git\+/, '').replace(/\.git$/, '');
  return page !== undefined && /^https:\/\/[\w.-]+\/[\w./-]+$/.test(page) ? page : undefined;
}

class Lister {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly outcome: CheckOutcome,
    private readonly folder: string,
    private readonly base: string,
  ) {}

  list(problem: Problem | AllowedProblem): ListedProblem {
    const { code, construct, field, message, object, severity } = problem;
    const place = this.placeOf(problem);
    const located = object && this.outcome.locate(object, field ?? '');
    const manifest = located && this.place(located);
    return {
      code,
      severity,
      message,
      ...(object && { object }),
      ...(field !== undefined && { field }),
      ...(construct !== undefined && { construct }),
      ...((place ?? manifest) && { place: place ?? manifest }),
      ...(place && manifest && manifest.path !== place.path && { manifest }),
      fix: problem.fix ?? problemCatalogue[code].fix,
      fingerprint: this.fingerprintOf(problem, place),
      ...('because' in problem && { because: problem.because }),
    };
  }

  nameOf(file: string): string {
    if (/^<.*>$/.test(file)) return file;
    const path = resolve(this.folder, file);
    const inside = relative(this.base, path);
    const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    return (isOutside ? path : inside).split(sep).join('/');
  }

  private placeOf({ file, source }: Problem): ListedPlace | undefined {
    if (source) return this.place(source);
    if (file === undefined) return undefined;
    return this.place({ file: resolve(this.outcome.output ?? this.folder, file), line: 1, column: 1 });
  }

  private place({ column, file, line }: SourcePosition): ListedPlace {
    return { path: this.nameOf(file), line: Math.max(1, line), column: Math.max(1, column) };
  }

  /** What a problem is about, and not where that stands; equal ones are numbered. */
  private fingerprintOf({ code, construct, field, message, object }: Problem, place: ListedPlace | undefined): string {
    const subject = object ? identityKey(object) : (construct ?? place?.path ?? '');
    const what = object ? (field ?? '') : message.replace(/\d+/g, '#');
    const hash = createHash('sha256')
      .update(JSON.stringify([code, subject, what]))
      .digest('hex')
      .slice(0, 32);
    const count = (this.seen.get(hash) ?? 0) + 1;
    this.seen.set(hash, count);
    return count === 1 ? hash : `${hash}-${count}`;
  }
}
