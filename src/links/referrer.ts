import type { Field } from './field';
import { Link } from './link';
import type { LinkKind, LinkTarget } from './link';
import type { Selector } from './selector';

/** An object of a kind, in the words of whoever refers to it. */
export interface Named {
  /** @default - the core group */
  readonly group?: string;
  readonly kind: string;
  /** `null` for the cluster. @default - the namespace of the object that refers */
  readonly namespace?: string | null;
  /** @default - the text of the field that refers */
  readonly name?: string;
}

/** What else is known of a reference. */
export interface ReferenceDetails {
  readonly key?: string;
  /** Name or number of a port, where it is a field of its own. */
  readonly port?: Field;
  /** @default - that of `port` */
  readonly portNumber?: number;
  readonly isOptional?: boolean;
}

/** Finds what is referred to. */
export interface Resolver {
  readonly find: (world: string, target: LinkTarget) => readonly number[];
  /** The namespaces whose labels a selector selects; `undefined` for all of them. */
  readonly namespaces: (world: string, selector: Selector) => readonly string[] | undefined;
}

/** Notes the references of one object. */
export class Referrer {
  constructor(
    private readonly node: number,
    /** Namespace of the object, empty where it is left open or the object belongs to the cluster. */
    readonly namespace: string,
    private readonly world: string,
    private readonly resolver: Resolver,
    private readonly links: Link[],
  ) {}

  /** Notes that a field names an object. A field without text refers to nothing. */
  to(does: LinkKind, place: Field, named: Named, details: ReferenceDetails = {}): void {
    const { group = '', kind, name = place.text, namespace = this.namespace } = named;
    if (name === '') return;
    const target = { by: 'name', group, kind, name, ...(namespace && { namespace }) } as const;
    this.add(does, place, target, details);
  }

  /** The same, where the reference is of no interest unless it leads somewhere. */
  maybeTo(
    does: LinkKind,
    place: Field,
    named: Named & { readonly name: string },
    details: ReferenceDetails = {},
  ): void {
    const { group = '', kind, name, namespace = this.namespace } = named;
    const target = { by: 'name', group, kind, name, ...(namespace && { namespace }) } as const;
    if (this.resolver.find(this.world, target).length > 0) this.add(does, place, target, details);
  }

  /**
   * Notes that a field selects Pods, or objects of another kind.
   *
   * @param namespaces `undefined` for all of them
   */
  toSelected(
    does: LinkKind,
    place: Field,
    selector: Selector,
    namespaces: readonly string[] | undefined = [this.namespace],
    kind = 'Pod',
  ): void {
    this.add(does, place, { by: 'selector', group: '', kind, selector, ...(namespaces && { namespaces }) }, {});
  }

  /** The same in all namespaces with certain labels. */
  toSelectedWhere(does: LinkKind, place: Field, selector: Selector, namespaces: Selector): void {
    const names = this.resolver.namespaces(this.world, namespaces);
    this.add(
      does,
      place,
      { by: 'selector', group: '', kind: 'Pod', selector, ...(names && { namespaces: names }) },
      {},
    );
  }

  private add(does: LinkKind, place: Field, target: LinkTarget, details: ReferenceDetails): void {
    const to = this.resolver.find(this.world, target);
    const { isOptional = false, key, port, portNumber = port?.number } = details;
    const named = portNumber ?? (port?.text || undefined);
    this.links.push(new Link(this.node, does, target, to, place, key, named, isOptional, port));
  }
}

/** Finds the references of one kind of object. */
export type ReferenceReader = (object: Field, refer: Referrer) => void;
