import type { KubernetesObject } from '../../manifest/manifest';
import type { Draft } from '../change';
import { at, canonical, counted, itemsIn, mapsIn, textIn } from '../data';
import type { Effect, PermissionEffect } from '../effect';
import { describePermissions, permissionsOf, permissionsWithout } from '../permissions';
import type { Surroundings } from '../surroundings';
import { readWorkload } from '../workload';

/** Who may do more, or less, through the Kubernetes API. */
export function permissionEffects(draft: Draft, before: Surroundings, after: Surroundings): readonly Effect[] {
  // What is refused gives nobody anything.
  if (draft.refusals.length > 0) return [];
  const { apiVersion, kind } = draft.identity;
  const isRbac = apiVersion.startsWith('rbac.authorization.k8s.io/');
  if (isRbac && /^(?:Cluster)?Role$/.test(kind)) return roleEffects(draft, before, after);
  if (isRbac && /^(?:Cluster)?RoleBinding$/.test(kind)) return bindingEffects(draft, before, after);
  return accountEffects(draft);
}

function roleEffects(draft: Draft, before: Surroundings, after: Surroundings): readonly Effect[] {
  const [old, now] = [permissionsOf(draft.before), permissionsOf(draft.after)];
  const gained = describePermissions(permissionsWithout(now, old));
  const lost = describePermissions(permissionsWithout(old, now));
  if (gained.length + lost.length === 0) return aggregationEffects(draft);
  const subjects = subjectsOfRole(draft, draft.after ? after : before);
  const whom = subjects.length > 0 ? subjects.join(', ') : 'Whoever it is bound to (nobody among these objects)';
  return [permission(gained, lost, subjects, whom, 'rules')];
}

/** What an aggregated role gives is gathered from other roles by the cluster. */
function aggregationEffects({ after, before }: Draft): readonly Effect[] {
  const [old, now] = [before?.aggregationRule, after?.aggregationRule].map((it) => canonical(it ?? null));
  if (old === now || !before || !after) return [];
  const reason = 'It gathers other roles than before: what it gives is only known in the cluster.';
  return [{ kind: 'permission', gained: [], lost: [], subjects: [], field: 'aggregationRule', reason }];
}

function bindingEffects(draft: Draft, before: Surroundings, after: Surroundings): readonly Effect[] {
  const effects: Effect[] = [];
  const isSameRole = canonical(draft.before?.roleRef ?? null) === canonical(draft.after?.roleRef ?? null);
  const [old, now] = [subjectsIn(draft, draft.before), subjectsIn(draft, draft.after)];
  const isGone = (subject: string): boolean => !isSameRole || !now.includes(subject);
  const isNew = (subject: string): boolean => !isSameRole || !old.includes(subject);
  const losers = draft.before ? old.filter(isGone) : [];
  const winners = draft.after ? now.filter(isNew) : [];
  const field = isSameRole ? 'subjects' : 'roleRef';
  if (winners.length > 0) {
    effects.push(permission(grantsOf(draft, draft.after, after), [], winners, winners.join(', '), field));
  }
  if (losers.length > 0) {
    effects.push(permission([], grantsOf(draft, draft.before, before), losers, losers.join(', '), field));
  }
  return effects;
}

/** Pods act as another account. */
function accountEffects(draft: Draft): readonly Effect[] {
  const [was, workload] = [draft.before, draft.after].map((it) => readWorkload(draft.identity, it)?.podSpec);
  if (!was || !workload) return [];
  const [old, now] = [was, workload].map((it) => textIn(it.serviceAccountName, 'default'));
  if (old === now) return [];
  const reason = `Its Pods act as the ServiceAccount ${now} in place of ${old}.`;
  return [{ kind: 'permission', gained: [], lost: [], subjects: [], reason }];
}

/** What the role of a binding gives, where it is among the objects. */
function grantsOf({ identity }: Draft, binding: KubernetesObject | undefined, side: Surroundings): readonly string[] {
  const { kind, name } = roleOf(binding);
  const namespace = kind === 'Role' ? identity.namespace : undefined;
  const role = side.find({ apiVersion: identity.apiVersion, kind, name, ...(namespace && { namespace }) });
  return role ? describePermissions(permissionsOf(role)) : [`whatever ${kind} ${name} gives`];
}

function subjectsOfRole({ identity }: Draft, side: Surroundings): readonly string[] {
  const subjects = side
    .bindingsOf(identity)
    .flatMap((binding) => describeSubjects(itemsIn(at(binding.object(), 'subjects')), binding.identity.namespace));
  return [...new Set(subjects)];
}

function roleOf(binding: KubernetesObject | undefined): { readonly kind: string; readonly name: string } {
  return { kind: textIn(at(binding, 'roleRef', 'kind')), name: textIn(at(binding, 'roleRef', 'name')) };
}

function subjectsIn({ identity }: Draft, binding: KubernetesObject | undefined): readonly string[] {
  return describeSubjects(itemsIn(binding?.subjects), identity.namespace);
}

function describeSubjects(subjects: readonly unknown[], namespace: string | undefined): readonly string[] {
  return mapsIn(subjects).map((subject) => {
    const kind = textIn(subject.kind);
    const place = kind === 'ServiceAccount' ? `${textIn(subject.namespace, namespace ?? 'default')}/` : '';
    return `${kind} ${place}${textIn(subject.name)}`;
  });
}

function permission(
  gained: readonly string[],
  lost: readonly string[],
  subjects: readonly string[],
  whom: string,
  field: string,
): PermissionEffect {
  const parts = [
    ...(gained.length > 0 ? [`gains ${list(gained)}`] : []),
    ...(lost.length > 0 ? [`loses ${list(lost)}`] : []),
  ];
  return { kind: 'permission', gained, lost, subjects, field, reason: `${whom} ${parts.join(' and ')}.` };
}

const mostNamed = 5;

function list(permissions: readonly string[]): string {
  const more = permissions.length - mostNamed;
  const named = permissions.slice(0, mostNamed).join('; ');
  return more > 0 ? `${named}; and ${counted(more, 'permission')} more` : named;
}
