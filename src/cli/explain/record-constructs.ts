import * as nodeModule from 'node:module';
import type { IConstruct } from 'constructs';
import type { Call, ConstructClass, Making } from '../../explain/making';

/** What is known of how constructs were made. */
export interface Recorder {
  /** What a construct was made with; undefined for one of a class that no module exports. */
  makingOf(construct: IConstruct): Making | undefined;
  /** What was called on a construct and on what is in it, in the order in which the calls began. */
  callsIn(construct: IConstruct): readonly Call[];
  /** Does something that is not recorded. */
  pause<T>(work: () => T): T;
}

/** Node's `Module`, with what its types leave out. */
interface ModuleStatic {
  _load(request: string, parent: unknown, isMain: boolean): unknown;
}

type Exports = Record<string | symbol, unknown>;
type Method = (this: object, ...args: unknown[]) => unknown;

/** Enough to get through the layers of libraries to the user's code. */
const framesKept = 12;

/** Methods that change nothing, by what they are called. */
const asks =
  /^(?:_|(?:get|is|has|to|as|of|find|try|validate)(?:[A-Z]|$)|constructor$|addDependency$|generateObjectName$)/;

/**
 * From now on remembers what every construct is made with and what is called on it, whoever wrote its class: each class of
 * constructs that a module exports is handed out behind a proxy, and its methods note who calls them. For this process
 * only, and before the app is loaded.
 */
export function recordConstructs(): Recorder {
  const records = new Records();
  const recordingModules = new WeakMap<object, object>();

  /** What stands for what a module exports: itself, unless it is a class of constructs or holds some. */
  const recordingValue = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) {
      // Libraries such as cdk8s-plus export the classes of the API as a namespace of its own.
      return isNamespaceOfClasses(value) ? recordingModule(value) : value;
    }
    return typeof value === 'function' && isConstructClass(value) ? records.recording(value) : value;
  };

  const recordingModule = (exported: Exports): object => {
    const proxied = recordingModules.get(exported);
    if (proxied) return proxied;
    if ('ApiObjectMetadataDefinition' in exported)
      records.watchMetadata(exported.ApiObjectMetadataDefinition as object);
    const proxy: object = new Proxy(exported, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver === proxy ? target : receiver);
        const handedOut = recordingValue(value);
        return handedOut === value || isFixed(target, name) ? value : handedOut;
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
  return records;
}

class Records implements Recorder {
  private readonly makings = new WeakMap<object, Making>();
  private readonly calls = new WeakMap<object, { readonly call: Call; readonly order: number }[]>();
  private readonly recordingClasses = new WeakMap<object, object>();
  private readonly watched = new WeakSet<object>();
  /** The constructors and methods that are running, the innermost last. */
  private readonly running: (Making | Call)[] = [];
  private order = 0;
  private isPaused = false;

  makingOf(construct: IConstruct): Making | undefined {
    return this.makings.get(construct);
  }

  callsIn(construct: IConstruct): readonly Call[] {
    const all = construct.node.findAll().flatMap((inside) => this.calls.get(inside) ?? []);
    return all.sort((a, b) => a.order - b.order).map(({ call }) => call);
  }

  pause<T>(work: () => T): T {
    this.isPaused = true;
    try {
      return work();
    } finally {
      this.isPaused = false;
    }
  }

  /** The class, behind a proxy that notes what it is made with. */
  recording(type: ConstructClass): object {
    const known = this.recordingClasses.get(type);
    if (known) return known;
    this.watchMethods(type);
    const construct: ProxyHandler<ConstructClass>['construct'] = (target, args: unknown[], newTarget) => {
      if (this.isPaused) return Reflect.construct(target, args, newTarget) as object;
      const creation = stackAbove(construct!);
      const making: Making = { type: target, rest: args.slice(2), during: this.running.at(-1), creation };
      const made = this.during(making, () => Reflect.construct(target, args, newTarget) as object);
      this.makings.set(made, making);
      return made;
    };
    const proxy = new Proxy(type, { construct });
    this.recordingClasses.set(type, proxy);
    this.recordingClasses.set(proxy, proxy);
    return proxy;
  }

  /** Notes calls on the metadata of API objects, which is no construct of its own. */
  watchMetadata(type: object): void {
    this.watch((type as { readonly prototype: object }).prototype, (receiver) => {
      const { apiObject } = receiver as { readonly apiObject?: IConstruct & { readonly metadata?: object } };
      return apiObject?.metadata === receiver ? { target: apiObject, receiver: 'metadata' } : undefined;
    });
  }

  private watchMethods(type: ConstructClass): void {
    let prototype = type.prototype as object | null;
    while (prototype && Object.getPrototypeOf(prototype) !== Object.prototype) {
      this.watch(prototype, (receiver) =>
        'node' in receiver ? { target: receiver as IConstruct, receiver: 'construct' } : undefined,
      );
      prototype = Object.getPrototypeOf(prototype) as object | null;
    }
  }

  private watch(prototype: object, aim: (receiver: object) => Pick<Call, 'target' | 'receiver'> | undefined): void {
    if (this.watched.has(prototype)) return;
    this.watched.add(prototype);
    for (const method of Object.getOwnPropertyNames(prototype)) {
      const property = Object.getOwnPropertyDescriptor(prototype, method)!;
      if (asks.test(method) || typeof property.value !== 'function' || !property.configurable) continue;
      Object.defineProperty(prototype, method, {
        ...property,
        value: this.watching(method, property.value as Method, aim),
      });
    }
  }

  private watching(method: string, original: Method, aim: Parameters<Records['watch']>[1]): Method {
    const note = (call: Call): void => {
      const known = this.calls.get(call.target) ?? [];
      this.calls.set(call.target, [...known, { call, order: (this.order += 1) }]);
    };
    const during = <T>(call: Call, work: () => T): T => this.during(call, work);
    const isPaused = (): boolean => this.isPaused;
    const running = this.running;
    return function noted(this: object, ...args: unknown[]): unknown {
      const at = isPaused() ? undefined : aim(this);
      if (at === undefined) return original.apply(this, args);
      const call: Call = { ...at, method, args, during: running.at(-1), creation: stackAbove(noted) };
      note(call);
      return during(call, () => original.apply(this, args));
    };
  }

  private during<T>(frame: Making | Call, work: () => T): T {
    this.running.push(frame);
    try {
      return work();
    } finally {
      this.running.pop();
    }
  }
}

/** The stack from the caller of a function on. */
function stackAbove(below: (...args: never[]) => unknown): { readonly stack?: string } {
  const creation = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = framesKept;
  Error.captureStackTrace(creation, below);
  Error.stackTraceLimit = limit;
  return creation;
}

/** Modules of Node have no constructs; and `constructs` itself is left alone, because every class extends what it exports. */
function mayExportConstructs(request: string, exported: unknown): exported is Exports {
  return (
    typeof exported === 'object' && exported !== null && !nodeModule.isBuiltin(request) && request !== 'constructs'
  );
}

/** Which classes are classes of constructs. */
const areConstructs = new WeakMap<object, boolean>();

/** Whether a value is a class whose instances stand in a tree. Modules are asked for it again and again. */
function isConstructClass(value: object): value is ConstructClass {
  const isOne = areConstructs.get(value) ?? extendsConstruct((value as { readonly prototype?: unknown }).prototype);
  areConstructs.set(value, isOne);
  return isOne;
}

/** Whether the class `Construct`, in whatever copy, is above a prototype. */
function extendsConstruct(prototype: unknown): boolean {
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
