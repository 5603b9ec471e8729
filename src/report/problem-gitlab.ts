import { describeListed, wellFormed } from './problem-listing';
import type { ListedProblem, ProblemListing } from './problem-listing';
import { printable } from './styles';

/** What GitLab calls how much a problem matters. */
const severities = { error: 'critical', warning: 'minor' } as const;

/**
 * Problems as a report on code quality that GitLab reads; ends with a newline.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/
 */
export function problemsGitlab({ fallback, problems }: ProblemListing): string {
  const findings = problems.map((problem) => findingOf(problem, fallback));
  return `${JSON.stringify(findings, null, 2)}\n`;
}

function findingOf(problem: ListedProblem, fallback: string): object {
  const { code, fingerprint, fix, manifest, place, severity } = problem;
  return {
    description: wellFormed(printable(`${describeListed(problem)} ${fix}`)).replace(/\s*\n\s*/g, ' '),
    check_name: code,
    fingerprint,
    severity: severities[severity],
    location: {
      path: wellFormed(place?.path ?? fallback),
      lines: { begin: place?.line ?? 1 },
    },
    ...(manifest && { other_locations: [{ path: wellFormed(manifest.path), lines: { begin: manifest.line } }] }),
  };
}
