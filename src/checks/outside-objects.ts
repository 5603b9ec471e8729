/** Objects that exist in the cluster though they are not among those at hand. In each text, `*` stands for anything. */
export interface OutsideObject {
  /** Kind, such as `Secret`; `Pod` says that there are Pods in a namespace that somebody else makes. */
  readonly kind: string;
  /**
   * Namespace.
   * @default '*'
   */
  readonly namespace?: string;
  /** Name. */
  readonly name: string;
}

/**
 * What is known of the cluster beside the objects at hand.
 *
 * Most applications refer to things that others look after: Secrets that an operator makes, classes of the platform, Gateways.
 * A reference to one of those is believed, unless the world is declared closed. A ConfigMap, a Service, a claim or a
 * ServiceAccount usually comes with what refers to it, so that a missing one is worth a warning; whatever is listed here
 * is believed too.
 */
export interface OutsideObjects {
  /**
   * Objects that exist elsewhere.
   * @default - none are known
   */
  readonly objects?: readonly OutsideObject[];
  /**
   * Whether there is nothing else than the objects at hand and those listed. Then every reference that leads nowhere is an
   * error, of whatever kind; without it, only references to what usually comes along are looked at, and are warnings.
   * @default false
   */
  readonly closed?: boolean;
}

/** Answers what exists elsewhere. */
export class Outside {
  readonly isClosed: boolean;
  private readonly known: readonly { readonly kind: Test; readonly namespace: Test; readonly name: Test }[];

  constructor({ closed = false, objects = [] }: OutsideObjects) {
    this.isClosed = closed;
    this.known = objects.map(({ kind, name, namespace = '*' }) => ({
      kind: wildcard(kind),
      namespace: wildcard(namespace),
      name: wildcard(name),
    }));
  }

  /** Whether an object exists elsewhere: declared by the user, or present in every cluster. */
  has(kind: string, namespace: string, name: string): boolean {
    return isEverywhere(kind, namespace, name) || this.isDeclared(kind, namespace, name);
  }

  /** Whether somebody else makes Pods in a namespace. */
  hasPods(namespace: string): boolean {
    return this.known.some((it) => it.kind('Pod') && it.namespace(namespace));
  }

  private isDeclared(kind: string, namespace: string, name: string): boolean {
    return this.known.some((it) => it.kind(kind) && it.namespace(namespace) && it.name(name));
  }
}

type Test = (text: string) => boolean;

/** Stars only, and no regular expression: nobody can make it slow. */
function wildcard(pattern: string): Test {
  const parts = pattern.split('*');
  const [first] = parts;
  if (parts.length === 1) return (text) => text === first;
  const last = parts[parts.length - 1];
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = text.indexOf(part, at);
      if (found < 0 || found + part.length > text.length - last.length) return false;
      at = found + part.length;
    }
    return true;
  };
}

/** What Kubernetes itself puts into every cluster. */
function isEverywhere(kind: string, namespace: string, name: string): boolean {
  switch (kind) {
    case 'Namespace':
      return name === 'default' || name.startsWith('kube-');
    case 'ServiceAccount':
      return name === 'default' || namespace.startsWith('kube-');
    case 'ConfigMap':
      return /^(?:kube-root-ca\.crt|openshift-service-ca\.crt)$/.test(name) || namespace.startsWith('kube-');
    case 'Service':
      return name === 'kubernetes' || namespace.startsWith('kube-');
    case 'ClusterRole':
      return /^(?:admin|cluster-admin|edit|view|system:.*)$/.test(name);
    case 'Role':
      return name.startsWith('system:') || namespace.startsWith('kube-');
    case 'PriorityClass':
      return name.startsWith('system-');
    default:
      return false;
  }
}
