import type { Draft } from '../change';
import { at, textIn } from '../data';
import type { Effect } from '../effect';
import { keyPath } from '../field-change';
import { podSecurityOf } from '../pod-security';
import { readWorkload } from '../workload';

/** Reasons named in one sentence. */
const mostNamed = 3;

/** How far Pods are confined: the level of the Pod Security Standards that they fit in, and the one that a namespace asks for. */
export function securityEffects(draft: Draft): readonly Effect[] {
  if (draft.identity.kind === 'Namespace' && draft.identity.apiVersion === 'v1') return namespaceEffects(draft);
  const was = readWorkload(draft.identity, draft.before);
  const workload = readWorkload(draft.identity, draft.after);
  if (!workload || draft.refusals.length > 0) return [];
  const now = podSecurityOf(workload.podSpec);
  const prefix = workload.kind === 'Pod' ? 'spec' : `${workload.path}.spec`;
  const field = now.because.length > 0 ? { field: `${prefix}.${now.because[0]}` } : {};
  if (!was) {
    if (now.level !== 'privileged') return [];
    const reason = `Its Pods fit no level but privileged: ${name(now.because)}.`;
    return [{ kind: 'security', after: now.level, ...field, reason }];
  }
  const before = podSecurityOf(was.podSpec);
  const added = now.because.filter((it) => !before.because.includes(it));
  const levels = { before: before.level, after: now.level };
  if (before.level !== now.level) {
    const because = now.because.length > 0 ? `: ${name(added.length > 0 ? added : now.because)}` : '';
    const reason = `The Pod Security level of its Pods goes from ${before.level} to ${now.level}${because}.`;
    return [{ kind: 'security', ...levels, ...field, reason }];
  }
  if (added.length === 0) return [];
  const reason = `Its Pods keep the level ${now.level}, with more that keeps them from a stricter one: ${name(added)}.`;
  return [{ kind: 'security', ...levels, field: `${prefix}.${added[0]}`, reason }];
}

function namespaceEffects({ after, before }: Draft): readonly Effect[] {
  const label = 'pod-security.kubernetes.io/enforce';
  const [old, now] = [before, after].map((it) => textIn(at(it, 'metadata', 'labels', label), 'privileged'));
  if (old === now || !after || !before) return [];
  const reason = `The namespace enforces ${now} in place of ${old}; Pods that run are not asked again.`;
  return [{ kind: 'security', before: old, after: now, field: keyPath('metadata.labels', label), reason }];
}

function name(because: readonly string[]): string {
  const more = because.length - mostNamed;
  return because.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
