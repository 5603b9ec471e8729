import type { Change } from './change';
import type { FieldChange } from './field-change';

/** Changes that are the same but for the object: one entry of a report. */
export interface ChangeGroup {
  /** In the order of the comparison; there is at least one. */
  readonly changes: readonly Change[];
  /** What all of them change, with `*` and `…` for what differs from object to object. */
  readonly fields: readonly FieldChange[];
}

/** Puts together what is done to many objects alike, such as a label or a tag that moves in forty. */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, { readonly changes: Change[]; readonly fields: readonly FieldChange[] }>();
  changes.forEach((change, index) => {
    const fields = change.fields.map(withoutObject);
    const key = change.kind === 'changed' ? keyOf(change, fields) : String(index);
    const group = groups.get(key);
    if (group) group.changes.push(change);
    else groups.set(key, { changes: [change], fields });
  });
  return [...groups.values()].map((group) =>
    group.changes.length === 1 ? { ...group, fields: group.changes[0].fields } : group,
  );
}

/** Values are compared as a whole, and Secrets not at all: that two of them change says nothing of what they say. */
function keyOf({ effects, fields, identity }: Change, masked: readonly FieldChange[]): string {
  const kinds = [...new Set(effects.map(({ kind }) => kind))];
  const isSecret = fields.some(({ isHidden }) => isHidden);
  return JSON.stringify([
    kinds,
    masked,
    isSecret ? [identity.namespace, identity.name] : [],
    fields.length === 0 ? identity.kind : '',
  ]);
}

/** A change as it would be in other objects: containers have other names there, and images other repositories. */
function withoutObject(change: FieldChange): FieldChange {
  const path = change.path.replace(/\.(initContainers|containers)\[name=[^\]]*\]/, '.$1[*]');
  const { after, before } = change;
  if (!/ontainers\[\*\]\.image$/.test(path) || typeof before !== 'string' || typeof after !== 'string') {
    return path === change.path ? change : { ...change, path };
  }
  const [old, now] = [splitImage(before), splitImage(after)];
  if (old.repository !== now.repository || old.rest === '' || now.rest === '') return { ...change, path };
  return { ...change, path, before: `…${old.rest}`, after: `…${now.rest}` };
}

function splitImage(image: string): { readonly repository: string; readonly rest: string } {
  const at = image.search(/@|:[^:/]*$/);
  return at < 0 ? { repository: image, rest: '' } : { repository: image.slice(0, at), rest: image.slice(at) };
}
