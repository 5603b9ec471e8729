import { findEngine } from './artefact';
import type { EngineArtefact, KubernetesMinor } from './artefact';
import { EngineInstance, largestDocument, settingsOf } from './instance';
import type { EngineDescription } from './instance';
import type { Review, ReviewRequest } from './review';
import type { WasmModule } from './webassembly';

/** How to open an engine. */
export interface EngineOptions {
  /** The minor of Kubernetes whose API server is asked. */
  readonly kubernetes: KubernetesMinor;
  /**
   * The folder that holds the engines, one folder for each minor.
   * @default - those that came with this package
   */
  readonly folder?: string;
  /**
   * Receives what the engine prints, which is of use only to those who mend it.
   * @default - nobody
   */
  readonly log?: (text: string) => void;
}

/**
 * Opens the engine of a minor. It is loaded with the first review: opening costs next to nothing.
 * @throws Error when there is no engine for this minor.
 */
export function openEngine(options: EngineOptions): Engine {
  return new Engine(findEngine(options.kubernetes, options.folder), options);
}

const empty = new Uint8Array(0);

/** Kubernetes' own judgement of objects, offline. It has no memory: the same request always has the same answer. */
export class Engine {
  /** The minor of Kubernetes. */
  public readonly kubernetes: KubernetesMinor;
  /** The SHA-256 of the engine: two engines that share it answer alike. */
  public readonly sha256: string;
  private module: WasmModule | undefined;
  private instance: EngineInstance | undefined;
  private closed = false;

  /** @internal */
  public constructor(
    private readonly artefact: EngineArtefact,
    private readonly options: EngineOptions,
  ) {
    this.kubernetes = options.kubernetes;
    this.sha256 = artefact.sha256;
  }

  /**
   * Tells what the API server would answer. Whatever is wrong with the object is in the answer; where the engine itself fails, the
   * answer says so and the next object is judged by a new one.
   * @throws Error when the engine is closed, or is not the one that was built.
   */
  public review(request: ReviewRequest): Review {
    if (this.closed) throw new Error('This engine is closed.');
    const document = bytesOf(request.text ?? request.object);
    const old = request.operation === 'update' ? bytesOf(request.oldObject) : empty;
    for (const bytes of [document, old]) {
      if (typeof bytes === 'string') return notJudged(bytes);
      if (bytes.length > largestDocument) {
        return refused(
          413,
          'RequestEntityTooLarge',
          `the document is ${bytes.length} bytes long: at most ${largestDocument} are read`,
        );
      }
    }
    const settings = settingsOf(request);
    const instance = this.start();
    try {
      const { panic, ...answer } = instance.review(settings, document as Uint8Array, old as Uint8Array);
      if (panic === undefined) return answer;
      this.instance = undefined;
      return { ...answer, failure: panic };
    } catch (error) {
      // Out of memory, out of stack, or a failure of the runtime below Go: this instance is not to be trusted any more.
      this.instance = undefined;
      return { ...notJudged('the engine failed on this object'), failure: instance.failureOf(error) };
    }
  }

  /** What this engine judges, and what it knows not to. */
  public describe(): EngineDescription {
    if (this.closed) throw new Error('This engine is closed.');
    return this.start().describe();
  }

  /** Gives its memory back. */
  public close(): void {
    this.closed = true;
    this.instance = undefined;
    this.module = undefined;
  }

  /**
   * The module, so that other threads need not compile it.
   * @internal
   */
  public compiled(): WasmModule {
    this.module ??= this.artefact.compile();
    return this.module;
  }

  private start(): EngineInstance {
    this.instance ??= new EngineInstance(this.compiled(), this.options.log);
    return this.instance;
  }
}

/** The bytes of a document, or why there are none. */
function bytesOf(document: object | string | undefined): Uint8Array | string {
  if (typeof document === 'string') return Buffer.from(document, 'utf8');
  try {
    const text = JSON.stringify(document);
    return text === undefined ? 'there is no object' : Buffer.from(text, 'utf8');
  } catch (error) {
    return `the object cannot be written as JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function notJudged(reason: string): Review {
  return { judged: false, reason, allowed: false, errors: [], warnings: [], dropped: [], advice: [] };
}

function refused(code: number, reason: string, message: string): Review {
  const error = { type: reason, field: '', detail: message, message };
  return {
    judged: true,
    allowed: false,
    errors: [error],
    warnings: [],
    dropped: [],
    advice: [],
    status: { code, reason, message },
  };
}
