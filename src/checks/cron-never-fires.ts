import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { neverFires } from '../values/cron';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** CronJobs whose schedule asks for a day that no month has. */
export function cronNeverFires(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  context.manifests.forEach(({ identity, object }, node) => {
    if (identity.kind !== 'CronJob' || !identity.apiVersion.startsWith('batch/')) return;
    const spec = new Field(object).at('spec');
    const schedule = spec.at('schedule').text;
    if (spec.at('suspend').value === true || !neverFires(schedule)) return;
    const message = `The schedule "${schedule}" asks for a day that none of its months has.`;
    problems.push(problemOf(context, { code: 'PLM7205', node, field: 'spec.schedule', message }));
  });
  return problems;
}
