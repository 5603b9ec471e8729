import type { Field } from './field';
import type { Selector } from './selector';

/** What an object does with what it refers to. */
export type LinkKind =
  | 'allows traffic'
  | 'binds'
  | 'calls'
  | 'claims'
  | 'depends on'
  | 'grants to'
  | 'guards'
  | 'is issued by'
  | 'is named by'
  | 'is of class'
  | 'mounts'
  | 'pulls with'
  | 'reads env from'
  | 'routes to'
  | 'runs as'
  | 'scales'
  | 'selects'
  | 'terminates TLS with';

/** An object that is named. */
export interface NamedTarget {
  /** Tells it from a target that is selected. */
  readonly by: 'name';
  /** API group, empty for the core group. */
  readonly group: string;
  /** Kind of the object. */
  readonly kind: string;
  /**
   * Namespace of the object.
   * @default - none: cluster-scoped, or in the namespace that whoever applies the objects chooses
   */
  readonly namespace?: string;
  /** Name of the object. */
  readonly name: string;
}

/** Objects that have certain labels. */
export interface SelectedTarget {
  /** Tells it from a target that is named. */
  readonly by: 'selector';
  /** API group, empty for the core group. */
  readonly group: string;
  /** `Pod` where the Pods of workloads are meant too. */
  readonly kind: string;
  /**
   * Where they are.
   * @default - all namespaces
   */
  readonly namespaces?: readonly string[];
  /** The labels that they have. */
  readonly selector: Selector;
}

/** What is referred to. */
export type LinkTarget = NamedTarget | SelectedTarget;

/** One reference in one field of an object, and the objects that it leads to. */
export class Link {
  /**
   * @param from The object that refers, as an index into the nodes.
   * @param to Where it leads, as indices into the nodes, ascending. Empty where nothing among the objects is meant: the
   *   reference dangles, or leads out of what is known. Links with the same selector share the list: do not change it.
   * @param key The key of the ConfigMap or Secret; such a link stands beside the one to the whole object.
   * @param port The port of the Service, by name or number.
   * @param isOptional Whether the object itself says that it can do without.
   */
  constructor(
    readonly from: number,
    readonly kind: LinkKind,
    readonly target: LinkTarget,
    readonly to: readonly number[],
    private readonly place: Field,
    readonly key: string | undefined,
    readonly port: string | number | undefined,
    readonly isOptional: boolean,
    private readonly portPlace: Field | undefined,
  ) {}

  /** Path of the field that refers, such as `spec.template.spec.volumes[0].configMap.name`. */
  get field(): string {
    return this.place.path;
  }

  /** Path of the field that names the port; that of the reference where they are one. */
  get portField(): string {
    return (this.portPlace ?? this.place).path;
  }
}
