import type { Review, ReviewRequest } from './review';
import { Wasi } from './wasi';
import { wasm } from './webassembly';
import type { WasmMemory, WasmModule } from './webassembly';

/** What the module exports. */
interface EngineExports {
  readonly memory: WasmMemory;
  readonly _initialize?: () => void;
  readonly reserve: (size: number) => number;
  readonly review: () => number;
  readonly answer: () => number;
  readonly describe: () => number;
}

/** The largest document that is handed to the engine, in bytes of UTF-8; the server itself takes 3 MiB of JSON. */
export const largestDocument = 8 * 1024 * 1024;

/** How much of what the module prints is kept, in characters: it begins with the reason. */
const longestPrinted = 1000;

/** One running module. It is thrown away when it fails. */
export class EngineInstance {
  private readonly functions: EngineExports;
  private readonly decoder = new TextDecoder();
  private printed = '';

  public constructor(module: WasmModule, log?: (text: string) => void) {
    const wasi = new Wasi((text) => {
      this.printed = (this.printed + text).slice(0, longestPrinted);
      log?.(text);
    });
    const names = wasm.Module.imports(module).map((entry) => entry.name);
    const instance = new wasm.Instance(module, { wasi_snapshot_preview1: wasi.imports(names) });
    this.functions = instance.exports as unknown as EngineExports;
    wasi.attach(this.functions.memory);
    this.functions._initialize?.();
  }

  /** Judges one document. Throws when the module fails. */
  public review(settings: string, document: Uint8Array, old: Uint8Array): Review & { panic?: string } {
    const parts = [Buffer.from(settings, 'utf8'), document, old];
    const size = parts.reduce((sum, part) => sum + 4 + part.length, 0);
    let offset = this.functions.reserve(size);
    // Whatever the module does may move its memory: look at it anew each time.
    const bytes = new Uint8Array(this.functions.memory.buffer);
    const view = new DataView(this.functions.memory.buffer);
    for (const part of parts) {
      view.setUint32(offset, part.length, true);
      bytes.set(part, offset + 4);
      offset += 4 + part.length;
    }
    return this.read(this.functions.review()) as Review & { panic?: string };
  }

  /** What the module judges. */
  public describe(): EngineDescription {
    return this.read(this.functions.describe()) as EngineDescription;
  }

  /**
   * Why the module failed. It says so in what it prints; the error alone says only that it stopped. Amounts and addresses are left
   * out: they depend on what was judged before.
   */
  public failureOf(error: unknown): string {
    if (this.printed.includes('out of memory'))
      return 'out of memory: it needs more than the 1 GiB that the engine has';
    return (
      /^(?:fatal error|panic): .*$/mu.exec(this.printed)?.[0] ??
      (error instanceof Error ? error.message : String(error))
    );
  }

  private read(length: number): unknown {
    const start = this.functions.answer();
    return JSON.parse(this.decoder.decode(new Uint8Array(this.functions.memory.buffer, start, length)));
  }
}

/** What an engine is made of. */
export interface EngineDescription {
  /** The minor of Kubernetes, such as `1.27`. */
  readonly version: string;
  /** The release whose code it is, such as `1.27.16`. */
  readonly release: string;
  /** What it judges, as `apps/v1 Deployment`. */
  readonly judged: readonly string[];
  /** The kinds that this minor serves and that are not judged, by `group/version`. */
  readonly unjudged: Readonly<Record<string, readonly string[]>>;
}

/** The settings of a request as the module reads them. */
export function settingsOf(request: ReviewRequest): string {
  return JSON.stringify({
    operation: request.operation,
    namespace: request.namespace,
    requestNamespace: request.requestNamespace,
    podSecurity: labelsOf(request.podSecurity),
    cluster: request.cluster,
    dryRun: request.dryRun,
    defaulted: request.defaulted,
    advice: request.advice ?? true,
  });
}

function labelsOf(podSecurity: ReviewRequest['podSecurity']): Record<string, string> | undefined {
  if (podSecurity === undefined) return undefined;
  if (typeof podSecurity === 'string') return { enforce: podSecurity };
  const labels = {
    enforce: podSecurity.enforce,
    'enforce-version': podSecurity.enforceVersion,
    warn: podSecurity.warn,
    'warn-version': podSecurity.warnVersion,
    audit: podSecurity.audit,
    'audit-version': podSecurity.auditVersion,
  };
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
