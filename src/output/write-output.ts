import type { Problem } from '../problems/problem';
import { hasErrors } from '../problems/problem';
import { applyPlan } from './apply-plan';
import type { ApplyOptions } from './apply-plan';
import type { OutputFile } from './output-file';
import { planOutput } from './plan-output';
import type { Plan, PlanOptions } from './plan-output';
import { readOutputFolder } from './read-output-folder';
import { recoverOutput } from './recover-output';

/** What came of a write. */
export interface WriteResult {
  /** What was decided; undefined when the folder could not be used at all. */
  readonly plan?: Plan;
  /** Whether the folder now holds exactly these files, besides those of others. */
  readonly done: boolean;
  /** All that is to be said, warnings too. */
  readonly problems: readonly Problem[];
}

// Another writer may come in between the plan and the write; whoever is outrun this often should be told.
const attempts = 3;

/**
 * Writes the files of an application: completes or undoes an interrupted write, reads the folder, plans, and carries
 * out the plan if nothing speaks against it.
 *
 * @param folder the output folder: absolute, or relative to the working directory; it is made if missing
 * @param files all files that the application makes, in any order
 */
export function writeOutput(
  folder: string,
  files: readonly OutputFile[],
  options: PlanOptions & ApplyOptions = {},
): WriteResult {
  for (let attempt = 1; ; attempt += 1) {
    const recovery = recoverOutput(folder, options);
    if (hasErrors(recovery.problems)) return { done: false, problems: recovery.problems };
    const plan = planOutput(files, readOutputFolder(folder, files, options.disk), options);
    const result = applyPlan(folder, plan, options);
    if (result.outdated && attempt < attempts) continue;
    const problems = [
      ...recovery.problems,
      ...plan.problems,
      ...result.problems.filter((it) => !plan.problems.includes(it)),
    ];
    return { plan, done: result.done, problems };
  }
}
