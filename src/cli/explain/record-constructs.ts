import * as nodeModule from 'node:module';
import type { IConstruct } from 'constructs';
import type { ConstructClass, Making } from '../../explain/remake';

/** Node's `Module`, with what its types leave out. */
interface ModuleStatic {
  _load(request: string, parent: unknown, isMain: boolean): unknown;
}

type Exports = Record<string | symbol, unknown>;

/**
 * From now on remembers what every construct is made with, whoever wrote its class: each class of constructs that a module
 * exports is handed out behind a proxy. For this process only, and before the app is loaded.
 *
 * @returns what a construct was made with; undefined for one of a class that no module exports
 */
export function recordConstructs(): (construct: IConstruct) => Making | undefined {
  const makings = new WeakMap<object, Making>();
  const recordingClasses = new WeakMap<object, object>();
  const recordingModules = new WeakMap<object, object>();

  const recording = (type: ConstructClass): object => {
    const known = recordingClasses.get(type);
    if (known) return known;
    const proxy = new Proxy(type, {
      construct: (target, [scope, id, ...rest]: [never, string, ...unknown[]], newTarget) => {
        const made = Reflect.construct(target, [scope, id, ...rest], newTarget) as object;
        makings.set(made, { type: target, rest });
        return made;
      },
    });
    recordingClasses.set(type, proxy);
    recordingClasses.set(proxy, proxy);
    return proxy;
  };

  const recordingModule = (exported: Exports): object => {
    const known = recordingModules.get(exported);
    if (known) return known;
    const proxy: object = new Proxy(exported, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver === proxy ? target : receiver);
        if (isFixed(target, name)) return value;
        if (isConstructClass(value)) return recording(value);
        // Libraries such as cdk8s-plus export the classes of the API as a namespace of its own.
        return isNamespaceOfClasses(value) ? recordingModule(value) : value;
      },
    });
    recordingModules.set(exported, proxy);
    recordingModules.set(proxy, proxy);
    return proxy;
  };

  const Module = nodeModule.Module as unknown as ModuleStatic;
  const load = Module._load.bind(Module);
  Module._load = (request, parent, isMain) => {
    const exported = load(request, parent, isMain);
    return mayExportConstructs(request, exported) ? recordingModule(exported) : exported;
  };
  return (construct) => makings.get(construct);
}

/** Modules of Node have no constructs; and `constructs` itself is left alone, because every class extends what it exports. */
function mayExportConstructs(request: string, exported: unknown): exported is Exports {
  return (
    typeof exported === 'object' && exported !== null && !nodeModule.isBuiltin(request) && request !== 'constructs'
  );
}

/** Whether a value is a class whose instances stand in a tree: the method `toString` of `Construct` is in its chain. */
function isConstructClass(value: unknown): value is ConstructClass {
  if (typeof value !== 'function') return false;
  const prototype: unknown = (value as { readonly prototype?: unknown }).prototype;
  for (let one: unknown = prototype; typeof one === 'object' && one !== null; one = Object.getPrototypeOf(one)) {
    if ((one as { readonly constructor?: { readonly name?: string } }).constructor?.name === 'Construct') {
      return one !== prototype;
    }
  }
  return false;
}

function isNamespaceOfClasses(value: unknown): value is Exports {
  return typeof value === 'object' && value !== null && (value as { __esModule?: unknown }).__esModule === true;
}

/** What a proxy must hand out as it is. */
function isFixed(target: object, name: string | symbol): boolean {
  const property = Object.getOwnPropertyDescriptor(target, name);
  return property !== undefined && property.configurable === false && property.writable === false;
}
