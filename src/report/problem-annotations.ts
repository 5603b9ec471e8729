import { problemCatalogue } from '../problems/catalogue';
import { describeListed, wellFormed } from './problem-listing';
import type { ListedProblem, ProblemListing } from './problem-listing';
import { printable } from './styles';

/**
 * Problems as workflow commands of GitHub Actions, which show them at the line of the pull request; a line each.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function problemsAnnotations({ problems }: ProblemListing): string {
  return problems.map((problem) => `${annotate(problem)}\n`).join('');
}

function annotate(problem: ListedProblem): string {
  const { code, fix, place, severity } = problem;
  const properties = {
    ...(place && { file: place.path, line: String(place.line), col: String(place.column) }),
    title: `${code}: ${problemCatalogue[code].title}`,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${severity} ${list.join(',')}::${escapeData(`${describeListed(problem)}\n${fix}`)}`;
}

/** What the runner takes back in a message; anything else would end the command, or begin another. */
function escapeData(text: string): string {
  return wellFormed(printable(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
