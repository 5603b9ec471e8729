import type { Problem } from '../../problems/problem';
import { identityKey } from '../../reading/identity-key';
import type { CheckOutcome } from '../check/check-outcome';
import type { Io } from '../io';
import { problem } from '../problem';
import { askCluster } from './ask-cluster';
import type { ClusterObject, ClusterSettings, ClusterVerdict } from './ask-cluster';

/** Codes by which an object is refused here as a server, or one of the target's minor, would refuse it. */
const refusals: ReadonlySet<string> = new Set(['PLM5001', 'PLM5002', 'PLM5201', 'PLM5202']);

/** Adds to a check what a real cluster says otherwise. */
export async function compareCluster(outcome: CheckOutcome, settings: ClusterSettings, io: Io): Promise<CheckOutcome> {
  const objects = outcome.objects();
  const where =
    settings.context === undefined ? 'the cluster of the current context' : `the cluster ${settings.context}`;
  const answer = await askCluster(objects, settings, io);
  if ('fault' in answer) {
    const fault = problem('PLM5304', { message: `${capitalize(where)} cannot be asked: ${answer.fault}` });
    return { ...outcome, problems: [...outcome.problems, fault] };
  }
  const refused = new Map<string, Problem>();
  for (const found of outcome.problems) {
    if (found.object && refusals.has(found.code)) refused.set(identityKey(found.object), found);
  }
  const differences = answer.verdicts.flatMap((verdict, index) =>
    describe(objects[index], verdict, refused.get(identityKey(objects[index].identity))),
  );
  const count = (kind: ClusterVerdict['kind']): number => answer.verdicts.filter((it) => it.kind === kind).length;
  const counts = {
    asked: objects.length,
    allowed: count('allowed'),
    refused: count('refused'),
    unknown: count('unknown'),
  };
  const differ = differences.filter(({ code }) => code !== 'PLM5303').length;
  const sentence =
    `${where} was asked about ${objects.length} object${objects.length === 1 ? '' : 's'}: ${counts.allowed} allowed, ${counts.refused} refused` +
    `${counts.unknown > 0 ? `, ${counts.unknown} not known yet` : ''}; ${differ} ${differ === 1 ? 'differs' : 'differ'} from what is said here`;
  return {
    ...outcome,
    problems: [...outcome.problems, ...differences],
    sentence: `${outcome.sentence}; ${sentence}`,
    describe: (styles) => `${capitalize(sentence)}\n${outcome.describe(styles)}`,
    data: { ...outcome.data, server: { context: settings.context ?? null, ...counts } },
  };
}

function describe(object: ClusterObject, verdict: ClusterVerdict, ours: Problem | undefined): readonly Problem[] {
  const { identity, locate } = object;
  switch (verdict.kind) {
    case 'allowed': {
      if (ours === undefined) return [];
      const { code, construct, field, message, source } = ours;
      const said = `The cluster takes this object, which is refused here (${code}): ${message}`;
      return [
        problem('PLM5302', {
          message: said,
          object: identity,
          ...(field !== undefined && { field }),
          ...(construct !== undefined && { construct }),
          ...(source && { source }),
        }),
      ];
    }
    case 'refused': {
      if (ours !== undefined) return [];
      const { field } = verdict;
      const place = locate?.(field ?? '') ?? {};
      return [
        problem('PLM5301', {
          message: `The cluster says: ${verdict.reason}`,
          object: identity,
          ...(field !== undefined && { field }),
          ...place,
        }),
      ];
    }
    case 'unknown':
      // A kind that the target does not serve is one that the cluster does not know.
      if (ours !== undefined) return [];
      return [
        problem('PLM5303', { message: `The cluster says: ${verdict.reason}`, object: identity, ...locate?.('') }),
      ];
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
