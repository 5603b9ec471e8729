/** Finds something out once for each Pod, or list of Pods: many Services may select the same. */
export function remembering<T extends object, R>(find: (of: T) => R): (of: T) => R {
  const known = new WeakMap<T, { readonly found: R }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.found;
    const found = find(of);
    known.set(of, { found });
    return found;
  };
}
