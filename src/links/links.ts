import type { Link, LinkTarget } from './link';
import type { LinkedObject } from './linked-object';
import type { PodTemplate } from './pod-template';
import { provisionsOf } from './provisions';
import { common } from './worlds';

/**
 * Objects and what they refer to. Objects are named by their place in `nodes`, which is the order in which they were given.
 */
export class Links {
  private readonly outgoing: ReadonlyMap<number, readonly Link[]>;
  private readonly templates: ReadonlyMap<number, PodTemplate>;
  private readonly selected = new WeakMap<readonly number[], readonly PodTemplate[]>();
  private incoming: ReadonlyMap<number, readonly Link[]> | undefined;

  constructor(
    readonly nodes: readonly LinkedObject[],
    /** Every reference, in the order of the objects and of the fields in them. */
    readonly all: readonly Link[],
    /** The Pods that the objects are or make. */
    readonly pods: readonly PodTemplate[],
    /** The namespace of each object, empty where whoever applies it chooses it or there is none. */
    readonly namespaces: readonly string[],
    private readonly worlds: readonly string[],
    private readonly resolve: (from: number, target: LinkTarget) => readonly number[],
  ) {
    const outgoing = new Map<number, Link[]>();
    for (const link of all) append(outgoing, link.from, link);
    this.outgoing = outgoing;
    this.templates = new Map(pods.map((pod) => [pod.node, pod]));
  }

  /** What an object refers to. */
  from(node: number): readonly Link[] {
    return this.outgoing.get(node) ?? [];
  }

  /**
   * What refers to an object. The first question costs time for every end of every link; where many selectors select many
   * objects, look at the links themselves instead.
   */
  to(node: number): readonly Link[] {
    if (!this.incoming) {
      const incoming = new Map<number, Link[]>();
      for (const link of this.all) for (const end of link.to) append(incoming, end, link);
      this.incoming = incoming;
    }
    return this.incoming.get(node) ?? [];
  }

  /** The Pods that an object is or makes. */
  podsOf(node: number): PodTemplate | undefined {
    return this.templates.get(node);
  }

  /** The Pods that a link leads to: the same list for links that share theirs. */
  podsAt({ to }: Link): readonly PodTemplate[] {
    const known = this.selected.get(to);
    if (known) return known;
    const pods = to.flatMap((node) => this.templates.get(node) ?? []);
    this.selected.set(to, pods);
    return pods;
  }

  /** Where a reference that an object could have would lead: the objects meant, none where there are none. */
  find(from: number, target: LinkTarget): readonly number[] {
    return this.resolve(from, target);
  }

  /** Whether two objects can be in one cluster: see `LinkedObject.origin`. */
  areTogether(one: number, other: number): boolean {
    return this.worlds[one] === this.worlds[other] || this.worlds[one] === common || this.worlds[other] === common;
  }

  /** The keys of the ConfigMap or Secret that a link leads to; undefined where they are not all known. */
  keysOf({ target, to }: Link): readonly string[] | undefined {
    if (target.by !== 'name' || to.length !== 1) return undefined;
    const { kind, name } = target;
    return provisionsOf(this.nodes[to[0]]).find((it) => it.kind === kind && it.name === name)?.keys;
  }
}

function append(lists: Map<number, Link[]>, key: number, link: Link): void {
  const list = lists.get(key);
  if (list) list.push(link);
  else lists.set(key, [link]);
}
