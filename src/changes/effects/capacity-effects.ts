import { capacityOf } from '../capacity';
import type { Draft } from '../change';
import { canonical } from '../data';
import type { Capacity, Effect } from '../effect';
import type { Surroundings } from '../surroundings';
import { readWorkload } from '../workload';
import type { Workload } from '../workload';

const nothing: Capacity = { pods: 0, requests: {}, limits: {} };

/** What the Pods of a workload ask for together, before and after. */
export function capacityEffects(draft: Draft, before: Surroundings, after: Surroundings): readonly Effect[] {
  // A Job or CronJob asks for it only while it runs; a renamed workload for the same.
  if (draft.kind === 'renamed' || draft.refusals.length > 0) return [];
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
