import type { Tree } from '../../corpus/case';

/*
 * From a route to the props of the construct that would make it, as far as there are any. What is made of them is compared with the
 * route, so that what props cannot say is found out afterwards.
 */

type Convert = (value: Tree) => Tree;

function each(list: unknown, convert: Convert): unknown {
  return Array.isArray(list) ? list.map((item: unknown) => (isTree(item) ? convert(item) : item)) : list;
}

/** `[{ name, value }]` as `{ name: value }`. */
function byName(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return Object.fromEntries(
    (list as Tree[]).map((item) => [
      String(item?.name),
      item?.type === 'RegularExpression' ? { regularExpression: item.value } : item?.value,
    ]),
  );
}

const pathKinds: Readonly<Record<string, string>> = {
  Exact: 'exact',
  PathPrefix: 'prefix',
  RegularExpression: 'regularExpression',
};

const match: Convert = ({ path, headers, queryParams, ...rest }) => ({
  ...rest,
  ...(path !== undefined && { path: isTree(path) ? pathOf(path) : path }),
  ...(headers !== undefined && { headers: byName(headers) }),
  ...(queryParams !== undefined && { queryParams: byName(queryParams) }),
});

function pathOf({ type = 'PathPrefix', value = '/' }: Tree): Tree {
  return { [pathKinds[String(type)] ?? String(type)]: value };
}

const backend: Convert = ({ group, kind, name, namespace, port, ...rest }) => {
  if (group !== undefined || kind !== undefined) {
    return defined({ group: group ?? '', kind: kind ?? 'Service', name, namespace, port, ...rest });
  }
  return defined({ service: name, namespace, port, ...rest });
};

const weighted: Convert = ({ weight, filters, ...reference }) =>
  defined({ backend: backend(reference), weight, filters: each(filters, filter) });

const pathChange: Convert = ({ path, ...rest }) => {
  if (!isTree(path)) return defined({ path, ...rest });
  return { ...rest, path: Object.fromEntries(Object.entries(path).filter(([name]) => name !== 'type')) };
};

const parts: Readonly<Record<string, Convert>> = {
  requestHeaderModifier: headerChanges,
  responseHeaderModifier: headerChanges,
  requestMirror: ({ backendRef, ...rest }) => ({
    ...rest,
    backend: isTree(backendRef) ? backend(backendRef) : backendRef,
  }),
  requestRedirect: pathChange,
  urlRewrite: pathChange,
  externalAuth: ({ backendRef, protocol: _, ...rest }) => ({
    ...rest,
    backend: isTree(backendRef) ? backend(backendRef) : backendRef,
  }),
};

function headerChanges({ set, add, ...rest }: Tree): Tree {
  return defined({ set: byName(set), add: byName(add), ...rest });
}

const filter: Convert = ({ type: _, ...fields }) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, part]) => [name, isTree(part) ? (parts[name]?.(part) ?? part) : part]),
  );

const rule: Convert = ({ matches, filters, backendRefs, ...rest }) =>
  defined({
    ...rest,
    matches: each(matches, match),
    filters: each(filters, filter),
    backendRefs: each(backendRefs, weighted),
  });

/** The props for a route. */
export function propsOf(route: Tree): Tree {
  const { parentRefs = [], rules = [{}], ...rest } = isTree(route.spec) ? route.spec : {};
  return { ...rest, parentRefs, rules: each(rules, rule) };
}

function defined(fields: Tree): Tree {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
