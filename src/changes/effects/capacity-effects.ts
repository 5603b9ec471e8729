import { capacityOf } from '../capacity';
import { changedField } from '../change';
import type { Draft } from '../change';
import { at, canonical } from '../data';
import type { Capacity, Effect } from '../effect';
import type { Surroundings } from '../surroundings';
import { readWorkload } from '../workload';
import type { Workload } from '../workload';

const nothing: Capacity = { pods: 0, requests: {}, limits: {} };

/** What the Pods of a workload ask for together, before and after. */
export function capacityEffects(draft: Draft, before: Surroundings, after: Surroundings): readonly Effect[] {
  // A renamed workload asks for the same, and a Job that goes mostly asks for nothing any more.
  const isOver = draft.kind === 'deleted' && draft.identity.kind === 'Job';
  if (isOver || draft.kind === 'renamed' || draft.refusals.length > 0) return [];
  if (draft.identity.kind === 'HorizontalPodAutoscaler') return rangeEffects(draft);
  const was = readWorkload(draft.identity, draft.before);
  const workload = readWorkload(draft.identity, draft.after);
  const [old, now] = [sideOf(was, draft, before), sideOf(workload, draft, after)];
  if (canonical(old) === canonical(now)) return [];
  const isCounted = (was ?? workload)?.replicas !== undefined;
  const lines = [...describe('requests', old.requests, now.requests), ...describe('limits', old.limits, now.limits)];
  const pods =
    old.pods !== now.pods && isCounted ? [`${old.pods ?? 'autoscaled'} -> ${now.pods ?? 'autoscaled'} Pods`] : [];
  if (pods.length + lines.length === 0) return [];
  const each = old.pods === undefined || now.pods === undefined ? ', for each Pod' : '';
  const reason = `It asks for ${[...pods, ...lines].join(', ')}${lines.length > 0 ? each : ''}.`;
  return [{ kind: 'capacity', before: old, after: now, reason }];
}

/** How many Pods an autoscaler may make. */
function rangeEffects({ after, before, fields }: Draft): readonly Effect[] {
  const [old, now] = [before, after].map((it) => {
    const most = at(it, 'spec', 'maxReplicas');
    return most === undefined ? undefined : `${String(at(it, 'spec', 'minReplicas') ?? 1)} to ${String(most)} Pods`;
  });
  const field = changedField(fields, /^spec\.(?:min|max)Replicas$/);
  if (old === undefined || now === undefined || old === now || field === undefined) return [];
  const unknown: Capacity = { requests: {}, limits: {} };
  return [
    { kind: 'capacity', before: unknown, after: unknown, field, reason: `It keeps ${now}, and kept ${old} before.` },
  ];
}

function sideOf(workload: Workload | undefined, draft: Draft, side: Surroundings): Capacity {
  if (!workload) return nothing;
  return capacityOf(side.isScaled(draft.identity) ? { ...workload, replicas: undefined } : workload);
}

/** `requests cpu 500m -> 1`. */
function describe(
  what: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const resources = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return resources
    .filter((resource) => before[resource] !== after[resource])
    .map((resource) => `${what} ${resource} ${before[resource] ?? 0} -> ${after[resource] ?? 0}`);
}
