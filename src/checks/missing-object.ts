import { kindKey } from '../links/kinds';
import type { Link, NamedTarget } from '../links/link';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { Directory } from './directory';

/**
 * References that lead nowhere. Without a closed world only to what usually comes along with whoever refers to it, and only
 * in namespaces of which the objects at hand are a part.
 */
export function missingObject(context: CrossCheckContext): readonly Problem[] {
  const { custom, links, outside, unread } = context;
  // Mostly nothing is missing, and nobody asks.
  let known: Directory | undefined;
  const directory = (): Directory => (known ??= new Directory(context));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const link of links.all) {
    const { from, isOptional, key, target, to } = link;
    if (to.length > 0 || isOptional || key !== undefined || target.by !== 'name' || target.kind === '') continue;
    const { kind, name, namespace = '' } = target;
    if (outside.has(kind, namespace, name) || custom.mayMake(name)) continue;
    if (!outside.isClosed && unread.mention(name)) continue;
    if (isPlaceholder(name) || !(outside.isClosed || isExpected(link, target, directory))) continue;
    if (kind === 'StorageClass' && directory().hasVolumeOf(name)) continue;
    // Ten keys of one Secret are one mistake.
    const reference = `${from} ${kindKey(target.group, kind)} ${namespace} ${name}`;
    if (seen.has(reference)) continue;
    seen.add(reference);
    problems.push(
      problemOf(context, {
        code: 'PLM7001',
        severity: outside.isClosed ? 'error' : 'warning',
        node: from,
        field: link.field,
        message: `${describe(link, target, directory, context)} ${consequence(link, target)}`,
      }),
    );
  }
  return problems;
}

/** Whether the absence of an object means something though the world is open. */
function isExpected({ from, kind }: Link, target: NamedTarget, directory: () => Directory): boolean {
  const { namespace = '' } = target;
  // A subject may belong to any namespace; one that has a namesake elsewhere was sought in the wrong one.
  if (kind === 'grants to') return directory().namesakes(target).length > 0 && directory().has(namespace);
  if (kind === 'is named by') return directory().serviceThatNames(from) !== undefined;
  const isService = target.kind === 'Service' && target.group === '';
  // An Ingress or an autoscaler alone belongs to programs that are described elsewhere.
  if (kind === 'scales' || isService) return directory().hasPrograms(namespace);
  const key = kindKey(target.group, target.kind);
  // A binding alone is often added to roles of others.
  if (key === role) return directory().hasKind(role, namespace);
  if (!usual.has(key) || !(directory().isWhole || directory().hasKind(key, namespace))) return false;
  return directory().namespaceOf(from) === namespace || directory().has(namespace);
}

const usual: ReadonlySet<string> = new Set(['ConfigMap', 'PersistentVolumeClaim', 'ServiceAccount']);

const role = 'rbac.authorization.k8s.io/Role';

/** Texts that somebody else fills in. */
function isPlaceholder(name: string): boolean {
  return /[${}<>%]/.test(name);
}

function describe(link: Link, target: NamedTarget, directory: () => Directory, context: CrossCheckContext): string {
  const { kind, name, namespace } = target;
  const place = namespace === undefined ? '' : ` in namespace ${namespace}`;
  const missing = `There is no ${kind} "${name}"${place}`;
  const [namesake] = directory().namesakes(target);
  if (namesake !== undefined) return `${missing}; ${nameOf(context, namesake, link.from)} has that name.`;
  const service = link.kind === 'is named by' ? directory().serviceThatNames(link.from) : undefined;
  const meant = service ?? directory().similar(target);
  if (meant !== undefined) return `${missing}; there is "${meant}".`;
  return `${missing} among the objects.`;
}

function consequence({ kind }: Link, target: NamedTarget): string {
  switch (kind) {
    case 'mounts':
    case 'reads env from':
    case 'claims':
      return 'The containers do not start without it.';
    case 'pulls with':
      return 'Images that need it are not pulled.';
    case 'terminates TLS with':
      return 'There is no certificate to show.';
    case 'is issued by':
      return 'Nobody issues the certificate.';
    case 'runs as':
      return 'No Pod is created without it.';
    case 'is named by':
      return 'The Pods get no names in DNS.';
    case 'routes to':
      return target.kind === 'Service' ? 'Requests that are sent to it fail.' : 'The route is not attached.';
    case 'calls':
      return 'Calls of the API server to it fail.';
    case 'scales':
      return 'Nothing is scaled.';
    case 'binds':
      return target.kind.endsWith('Role') ? 'Nobody gets any permission.' : 'The claim waits for it.';
    case 'grants to':
      return 'It gets none of the permissions.';
    case 'is of class':
      return target.kind === 'PriorityClass' || target.kind === 'RuntimeClass'
        ? 'No Pod is created without it.'
        : 'Nobody looks after it.';
    default:
      return 'The reference leads nowhere.';
  }
}
