import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { rulesOf } from './roles';

/** Roles that allow every verb on every resource, and bindings that make a ServiceAccount or anybody an administrator. */
export function permissionToDoEverything(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  context.manifests.forEach(({ identity, object }, node) => {
    const { apiVersion, kind } = identity;
    if (!apiVersion.startsWith('rbac.authorization.k8s.io/')) return;
    if (kind === 'Role' || kind === 'ClusterRole') {
      const rule = rulesOf(context, node).find(
        ({ groups, resources, verbs }) =>
          verbs.includes('*') && resources.includes('*') && (groups.includes('*') || groups.includes('')),
      );
      if (!rule) return;
      const where = kind === 'Role' ? 'of its namespace' : 'of the cluster';
      const message = `The rule allows every verb on every resource ${where}.`;
      problems.push(problemOf(context, { code: 'PLM7404', node, field: rule.field.path, message }));
      return;
    }
    const message = describeBinding(new Field(object));
    if (message !== undefined) problems.push(problemOf(context, { code: 'PLM7404', node, field: 'subjects', message }));
  });
  return problems;
}

function describeBinding(binding: Field): string | undefined {
  const subjects = binding.at('subjects').items();
  const isCluster = binding.at('kind').text === 'ClusterRoleBinding';
  const role = binding.at('roleRef', 'name').text;
  const anybody = subjects.find((subject) => everyone.has(subject.at('name').text));
  const isStrong = role === 'cluster-admin' || role === 'admin' || role === 'edit';
  if (anybody && isStrong) return `The role ${role} is given to ${anybody.at('name').text}: to anybody.`;
  const account = subjects.find((subject) => subject.at('kind').text === 'ServiceAccount');
  if (!isCluster || role !== 'cluster-admin' || !account) return undefined;
  return `ServiceAccount ${account.at('name').text} becomes administrator of the whole cluster.`;
}

const everyone: ReadonlySet<string> = new Set([
  'system:anonymous',
  'system:authenticated',
  'system:serviceaccounts',
  'system:unauthenticated',
]);
