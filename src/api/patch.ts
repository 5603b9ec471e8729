/** The field by which Kubernetes tells the items of a list apart, for the kinds of item that have one. */
type MergeKey<Item> = 'mountPath' extends keyof Item
  ? 'mountPath'
  : 'devicePath' extends keyof Item
    ? 'devicePath'
    : 'containerPort' extends keyof Item
      ? 'containerPort'
      : 'topologyKey' extends keyof Item
        ? 'topologyKey'
        : 'name' extends keyof Item
          ? 'name'
          : never;

/** What can be said of a whole map: put these fields in the place of all there are. */
export interface PatchMap {
  /** `replace` drops every field that is not written beside it. */
  readonly $patch?: 'replace';
}

/** What can be said of one item of a list: take it out. */
export interface PatchItem {
  /** `delete` takes the item with this merge key out of the list; `replace` puts this one in its place. */
  readonly $patch?: 'delete' | 'replace';
}

/** The first item of a list that replaces the whole list instead of being merged into it. */
export interface PatchList {
  readonly $patch: 'replace';
}

/**
 * A deep-partial of `T` that is merged as Kubernetes merges a strategic merge patch: maps field by field, lists by
 * their merge keys, other lists as a whole; `null` deletes a field. See docs/decisions/overrides.md.
 */
export type Patch<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly ItemPatch<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]?: Patch<T[Key]> | null } & PatchMap
      : T;

type ItemPatch<Item> = Item extends object
  ? | PatchList
    | (Pick<Item, Extract<keyof Item, MergeKey<Item>>> & {
        readonly [Key in keyof Item]?: Patch<Item[Key]> | null;
      } & PatchItem)
  : Item;
