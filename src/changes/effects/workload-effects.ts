import { percentOf } from '../../values/number';
import type { Draft } from '../change';
import { at, counted, textIn } from '../data';
import type { Effect } from '../effect';
import { isAtOrBelow } from '../field-change';
import type { Surroundings } from '../surroundings';
import { readWorkload } from '../workload';
import type { Workload } from '../workload';

/** What becomes of the Pods of a workload: whether, how and how many of them stop and start. */
export function workloadEffects(draft: Draft, after: Surroundings): readonly Effect[] {
  const was = readWorkload(draft.identity, draft.before);
  const workload = readWorkload(draft.identity, draft.after);
  if (was && !workload) return draft.kind === 'deleted' ? [describeEnd(was)] : [];
  if (was && workload && draft.kind === 'renamed') return [describeReplacement(was)];
  if (!was || !workload || draft.kind !== 'changed') return [];
  if (workload.replicas === 0 && was.replicas !== 0 && !['Job', 'Pod'].includes(workload.kind)) {
    return [
      { kind: 'downtime', ...pods(was), field: 'spec.replicas', reason: `${all(was, 'stop')}: there are to be none.` },
    ];
  }
  const field = draft.fields.find(({ path }) => isAtOrBelow(path, workload.path))?.path;
  // What is refused restarts nothing.
  if (field === undefined || draft.refusals.length > 0) return [];
  const isScaled = after.isScaled(draft.identity);
  return [describeRollout(isScaled ? { ...workload, replicas: undefined } : workload, field)];
}

/** A Job ends by itself; what it was to do is mostly done. */
function describeEnd(was: Workload): Effect {
  if (was.kind === 'Job') return { kind: 'in-place', reason: 'It goes, and with it a Pod that it still runs.' };
  if (was.kind === 'CronJob') return { kind: 'downtime', reason: 'Its Jobs stop, and no more are started.' };
  if (was.kind === 'DaemonSet') return { kind: 'downtime', reason: 'Its Pods stop, on every node.' };
  return { kind: 'downtime', ...pods(was), reason: `${all(was, 'stop')} for good.` };
}

/** Nothing waits for the new Pods before the old ones go. */
function describeReplacement(was: Workload): Effect {
  if (was.kind === 'CronJob' || was.kind === 'Job') return { kind: 'later', reason: 'What it runs is run anew.' };
  return { kind: 'downtime', ...pods(was), reason: `${all(was, 'stop')}, and others start, in no certain order.` };
}

function describeRollout(workload: Workload, field: string): Effect {
  switch (workload.kind) {
    case 'Deployment':
      return describeDeployment(workload, field);
    case 'StatefulSet':
      return describeStatefulSet(workload, field);
    case 'DaemonSet':
      return describeDaemonSet(workload, field);
    case 'CronJob':
      return { kind: 'later', field, reason: 'The next Job is made this way; one that runs goes on as it was.' };
    case 'Pod':
      return {
        kind: 'downtime',
        pods: 1,
        field,
        reason: 'Its containers restart, and no other Pod takes their place.',
      };
    default:
      return { kind: 'later', field, reason: `A ${workload.kind} replaces no Pods: only new ones are made this way.` };
  }
}

function describeDeployment(workload: Workload, field: string): Effect {
  const { replicas, spec } = workload;
  if (spec.paused === true) {
    return { kind: 'later', field, reason: 'The Deployment is paused: nothing restarts until it is resumed.' };
  }
  if (replicas === 0) return { kind: 'later', field, reason: 'There are no Pods that could restart (`replicas: 0`).' };
  if (at(spec, 'strategy', 'type') === 'Recreate') {
    const reason = `${all(workload, 'stop')} before the first new one starts (\`strategy.type: Recreate\`).`;
    return { kind: 'downtime', ...pods(workload), field, reason };
  }
  const rolling = at(spec, 'strategy', 'rollingUpdate');
  const surge = share(at(rolling, 'maxSurge') ?? '25%', replicas, Math.ceil);
  let unavailable = share(at(rolling, 'maxUnavailable') ?? '25%', replicas, Math.floor);
  // The controller does the same: with neither, nothing could ever move.
  if (surge === 0 && unavailable === 0) unavailable = 1;
  if (replicas !== undefined && typeof unavailable === 'number' && unavailable >= replicas) {
    const reason = `${all(workload, 'stop')} at once, or may do so: \`maxUnavailable\` is ${unavailable}.`;
    return { kind: 'downtime', pods: replicas, field, reason };
  }
  return restart(workload, surge, unavailable, field);
}

function describeStatefulSet(workload: Workload, field: string): Effect {
  const { replicas, spec } = workload;
  const strategy = at(spec, 'updateStrategy');
  if (at(strategy, 'type') === 'OnDelete') return onDelete(field);
  const partition = at(strategy, 'rollingUpdate', 'partition');
  const kept = typeof partition === 'number' ? partition : 0;
  if (replicas !== undefined && replicas <= kept) {
    const reason = replicas === 0 ? 'There are no Pods' : `Pods below number ${kept} stay as they are (\`partition\`)`;
    return { kind: 'later', field, reason: `${reason}: nothing restarts.` };
  }
  if (replicas === 1) {
    return { kind: 'downtime', pods: 1, field, reason: 'Its only Pod stops before the new one starts.' };
  }
  const moved: Workload = replicas === undefined ? workload : { ...workload, replicas: replicas - kept };
  const unavailable = share(at(strategy, 'rollingUpdate', 'maxUnavailable') ?? 1, replicas, Math.ceil);
  return restart(moved, 0, unavailable, field);
}

function describeDaemonSet(workload: Workload, field: string): Effect {
  const strategy = at(workload.spec, 'updateStrategy');
  if (at(strategy, 'type') === 'OnDelete') return onDelete(field);
  const surge = share(at(strategy, 'rollingUpdate', 'maxSurge') ?? 0, undefined, Math.ceil);
  const otherwise = surge === 0 ? 1 : 0;
  return restart(
    workload,
    surge,
    share(at(strategy, 'rollingUpdate', 'maxUnavailable') ?? otherwise, undefined),
    field,
  );
}

function onDelete(field: string): Effect {
  const reason = 'Nothing restarts by itself (`updateStrategy.type: OnDelete`): each Pod stays until it is deleted.';
  return { kind: 'later', field, reason };
}

function restart(workload: Workload, surge: number | string, unavailable: number | string, field: string): Effect {
  const reason = `${all(workload, 'restart')}, with at most ${surge} more and ${unavailable} fewer at a time.`;
  return { kind: 'restart', ...pods(workload), surge, unavailable, field, reason };
}

/** A number, or a percentage of so many Pods; as it is written where they are not known. */
function share(
  value: unknown,
  total: number | undefined,
  round: (share: number) => number = Math.ceil,
): number | string {
  const percent = percentOf(value);
  if (percent === undefined) return typeof value === 'number' ? value : Number(textIn(value)) || 0;
  return total === undefined ? `${percent}%` : round((percent * total) / 100);
}

function pods({ replicas }: Workload): { readonly pods?: number } {
  return replicas === undefined ? {} : { pods: replicas };
}

/** `3 Pods restart`. */
function all({ kind, replicas }: Workload, verb: string): string {
  if (kind === 'DaemonSet') return `The Pods on all nodes ${verb}`;
  if (replicas === undefined) return `All its Pods ${verb}`;
  return `${counted(replicas, 'Pod')} ${replicas === 1 ? `${verb}s` : verb}`;
}
