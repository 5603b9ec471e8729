import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { createNamespace, exportAll, namespaceOf, scopeOpening } from './module-scope';
import type { ModuleScope, NativeImport } from './module-scope';
import { isTypeScript, resolveImport, resolveTypeScript } from './resolve';
import { mapStackTraces, rememberMaps } from './stack-traces';
import { transform } from './transform';
import type { TypeScriptSettings } from './typescript-settings';

/** Node's `Module`, with what its types leave out: the places that every loader of CommonJS hooks into. */
interface CommonJs extends NodeJS.Module {
  _compile(code: string, file: string, format?: string): void;
  __plimsoll__?: (nativeImport: NativeImport) => ModuleScope;
}
interface CommonJsStatic {
  new (id: string): CommonJs;
  readonly _extensions: Record<string, (module: CommonJs, file: string) => void>;
  readonly _nodeModulePaths: (folder: string) => string[];
  _load(request: string, parent: NodeJS.Module | null, isMain: boolean): unknown;
  _resolveFilename(request: string, parent: NodeJS.Module | null | undefined, ...rest: unknown[]): string;
}
const Module = nodeModule.Module as unknown as CommonJsStatic;

/** A module that waits for its imports: one of an ES module package, or an `.mts` file. */
interface WaitingModule {
  readonly exports: object;
  done: Promise<unknown>;
  isDone: boolean;
  /** The module whose end this one waits for. Modules import one after the other, so there is at most one. */
  waitsFor?: WaitingModule;
}

/** Runs TypeScript in this process. Install it once, before the first file is loaded. */
export class TypeScriptRunner {
  private readonly waiting = new Map<string, WaitingModule>();

  /** @param settings how the project wants its TypeScript to be read */
  constructor(private readonly settings: TypeScriptSettings) {}

  /** Makes `require` understand TypeScript, and stack traces name its lines. */
  install(): void {
    mapStackTraces();
    for (const extension of ['.ts', '.tsx', '.mts', '.cts']) {
      Module._extensions[extension] = (module, file) => this.compile(module, file);
    }
    const resolveFilename = Module._resolveFilename.bind(Module);
    Module._resolveFilename = (request, parent, ...rest) => {
      const importer = parent?.filename;
      const file = importer && isTypeScript(importer) ? resolveImport(request, importer, this.settings) : undefined;
      return file ?? resolveFilename(request, parent, ...rest);
    };
  }

  /** Runs the file that the app begins with; ends when it and all it imports has been evaluated. */
  async runMain(file: string): Promise<void> {
    if (isEsModule(file) || this.awaitsAtTop(file)) await this.import(file, undefined);
    else Module._load(file, null, true);
  }

  /** Whether a file waits outside of any function, which it may do even where its package is CommonJS. */
  private awaitsAtTop(file: string): boolean {
    const source = readSource(file);
    if (!/\bawait\b/.test(source)) return false;
    const { code } = transform(file, source, this.settings, false);
    try {
      return !new Script(`(function () {${code}\n})`, { filename: file });
    } catch (error) {
      return error instanceof SyntaxError && error.message.startsWith('await is only valid');
    }
  }

  private compile(module: CommonJs, file: string): void {
    const { code, maps, usesModules } = transform(file, readSource(file), this.settings, false);
    rememberMaps(file, maps, usesModules ? 1 : 0);
    if (!usesModules) return module._compile(code, file, 'commonjs');
    Object.defineProperty(module.exports, '__esModule', { value: true });
    module.__plimsoll__ = (nativeImport) => ({
      imports: (specifier) => namespaceOf(module.require(specifier)),
      dynamicImport: (specifier, options) => this.importFrom(specifier, file, nativeImport, options),
      exports: module.exports as object,
      exportAll: (from) => exportAll(module.exports as object, from),
      meta: metaOf(file),
    });
    module._compile(`const { __plimsoll__ } = module; ${scopeOpening}${code}`, file, 'commonjs');
  }

  private async import(file: string, importer: WaitingModule | undefined): Promise<object> {
    if (!isTypeScript(file) || file.endsWith('.cts')) return namespaceOf(Module._load(file, null, false));
    const module = this.waiting.get(file) ?? this.begin(file);
    if (module.isDone || (importer && waitsUpon(module, importer))) return module.exports;
    if (importer) importer.waitsFor = module;
    await module.done;
    if (importer) importer.waitsFor = undefined;
    return module.exports;
  }

  private begin(file: string): WaitingModule {
    const module: WaitingModule = { exports: createNamespace(), done: Promise.resolve(), isDone: false };
    this.waiting.set(file, module);
    module.done = this.evaluate(file, module).then(() => (module.isDone = true));
    return module;
  }

  private async evaluate(file: string, module: WaitingModule): Promise<void> {
    const { code, maps, usesModules } = transform(file, readSource(file), this.settings, true);
    rememberMaps(file, maps, 1);
    const holder = new Module(file);
    holder.filename = file;
    holder.paths = Module._nodeModulePaths(dirname(file));
    const opening = usesModules ? scopeOpening : '"use strict";\n';
    holder._compile(`exports.run = async (__plimsoll__) => { ${opening}${code}\n};`, file, 'commonjs');
    await (holder.exports as { run(scope: (nativeImport: NativeImport) => ModuleScope): Promise<void> }).run(
      (nativeImport) => ({
        imports: (specifier) => this.importFrom(specifier, file, nativeImport, undefined, module),
        dynamicImport: (specifier, options) => this.importFrom(specifier, file, nativeImport, options),
        exports: module.exports,
        exportAll: (from) => exportAll(module.exports, from),
        meta: metaOf(file),
      }),
    );
  }

  private async importFrom(
    specifier: string,
    importer: string,
    nativeImport: NativeImport,
    options?: ImportCallOptions,
    module?: WaitingModule,
  ): Promise<object> {
    const file = resolveTypeScript(specifier, importer, this.settings);
    if (file === undefined) return nativeImport(specifier, options);
    if (isTypeScript(file)) {
      return isEsModule(file) ? this.import(file, module) : namespaceOf(Module._load(file, null, false));
    }
    if (file.endsWith('.json') || file.includes('@oxc-project')) return namespaceOf(Module._load(file, null, false));
    return nativeImport(pathToFileURL(file).href, options);
  }
}

/** Whether a file is an ES module: by its extension, else by the `type` of its package. */
export function isEsModule(file: string): boolean {
  if (/\.m[jt]s$/.test(file)) return true;
  if (/\.c[jt]s$/.test(file)) return false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const type = packageType(folder);
    if (type !== undefined) return type === 'module';
    if (folder === dirname(folder)) return false;
  }
}

/** The `type` of the package.json in a folder; undefined when there is none. */
function packageType(folder: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(`${folder}/package.json`, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return String((JSON.parse(text) as { readonly type?: unknown }).type ?? 'commonjs');
  } catch {
    return 'commonjs';
  }
}

/** Whether a module waits, over however many others, for the end of another: then waiting for it would never end. */
function waitsUpon(module: WaitingModule, other: WaitingModule): boolean {
  for (let next: WaitingModule | undefined = module; next; next = next.waitsFor) if (next === other) return true;
  return false;
}

function metaOf(file: string): ImportMeta {
  const resolve = (specifier: string): string => {
    const found = nodeModule.createRequire(file).resolve(specifier);
    return nodeModule.isBuiltin(found) ? found : pathToFileURL(found).href;
  };
  return { url: pathToFileURL(file).href, filename: file, dirname: dirname(file), resolve } as ImportMeta;
}

function readSource(file: string): string {
  return readFileSync(file, 'utf8');
}
