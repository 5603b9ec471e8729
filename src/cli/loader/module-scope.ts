/** What the code of a transformed module finds in place of `import` and `export`; the names are the transformer's. */
export interface ModuleScope {
  readonly imports: (specifier: string) => unknown;
  readonly dynamicImport: (specifier: string, options?: ImportCallOptions) => Promise<unknown>;
  readonly exports: object;
  readonly exportAll: (from: unknown) => void;
  readonly meta: ImportMeta;
}

/** Node's own `import()`, as seen from the file that uses it. */
export type NativeImport = (specifier: string, options?: ImportCallOptions) => Promise<object>;

/** The one line before the code of a module. */
export const scopeOpening =
  '"use strict"; const { imports: __vite_ssr_import__, dynamicImport: __vite_ssr_dynamic_import__, ' +
  'exports: __vite_ssr_exports__, exportAll: __vite_ssr_exportAll__, meta: __vite_ssr_import_meta__ } = ' +
  '__plimsoll__((specifier, options) => (options === undefined ? import(specifier) : import(specifier, options)));\n';

const namespaces = new WeakMap<object, object>();

/** What `import * as` gives for the exports of a CommonJS module: names stay live, `default` is the whole. */
export function namespaceOf(exported: unknown): object {
  const isObject = (typeof exported === 'object' && exported !== null) || typeof exported === 'function';
  if (!isObject) return { default: exported };
  if ((exported as { __esModule?: boolean }).__esModule || isNamespace(exported)) return exported;
  const known = namespaces.get(exported);
  if (known) return known;
  // The prototype covers names that come later (cycles) and those of classes' instances.
  const namespace = Object.create(exported, { default: { value: exported, enumerable: true } }) as object;
  copyLive(exported, namespace);
  namespaces.set(exported, namespace);
  return namespace;
}

/** A module's exports, empty as yet. */
export function createNamespace(): object {
  return Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } }) as object;
}

/** Carries out `export * from`: names that the module exports itself take precedence. */
export function exportAll(exports: object, from: unknown): void {
  if (typeof from === 'object' && from !== null && from !== exports) copyLive(from, exports);
}

function copyLive(from: object, to: object): void {
  for (const name of Object.getOwnPropertyNames(from)) {
    if (name === 'default' || name === '__esModule' || Object.hasOwn(to, name)) continue;
    Object.defineProperty(to, name, {
      enumerable: true,
      configurable: true,
      get: () => (from as Record<string, unknown>)[name],
    });
  }
}

function isNamespace(value: object): boolean {
  return (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Module';
}
