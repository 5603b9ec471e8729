import type { WasmMemory } from './webassembly';

/** What a WASI module asks of its host: functions by name. */
export type WasiImports = Record<string, (...parameters: never[]) => number | void>;

/** The module asked to end, which an engine does only when it fails. */
export class EngineExit extends Error {
  public constructor(
    /** What it would have ended a process with. */
    public readonly code: number,
  ) {
    super(`the engine ended with code ${code}`);
    this.name = 'EngineExit';
  }
}

const success = 0;
const badDescriptor = 8;
const notSupported = 58;

/** When the engine believes it is, in nanoseconds: always the same, so that its memory and its answers are too. */
const startOfTime = 1_700_000_000_000_000_000n;

/**
 * The host of the engine: no files, no environment, no network, a clock that stands still and random numbers that are always the
 * same. Whatever a document holds, all that the engine can do is to compute and to write text to `log`.
 */
export class Wasi {
  private memory: WasmMemory | undefined;
  private clock = startOfTime;
  private random = 0x9e3779b9;

  public constructor(private readonly log: (text: string) => void = () => {}) {}

  /** Gives the functions access to the memory of the instance that was made with them. */
  public attach(memory: WasmMemory): void {
    this.memory = memory;
  }

  /** The functions to instantiate a module with. */
  public imports(names: readonly string[]): WasiImports {
    const known: WasiImports = {
      args_get: (pointers: number, buffer: number) => {
        this.view().setUint32(pointers, buffer, true);
        this.bytes().set(programName, buffer);
        return success;
      },
      args_sizes_get: (count: number, size: number) => {
        this.view().setUint32(count, 1, true);
        this.view().setUint32(size, programName.length, true);
        return success;
      },
      environ_get: () => success,
      environ_sizes_get: (count: number, size: number) => {
        this.view().setUint32(count, 0, true);
        this.view().setUint32(size, 0, true);
        return success;
      },
      clock_time_get: (_id: number, _precision: bigint, result: number) => {
        this.view().setBigUint64(result, this.clock, true);
        return success;
      },
      random_get: (buffer: number, length: number) => {
        const bytes = this.bytes();
        for (let i = 0; i < length; i++) bytes[buffer + i] = this.nextRandom();
        return success;
      },
      fd_write: (descriptor: number, vectors: number, count: number, written: number) =>
        this.write(descriptor, vectors, count, written),
      poll_oneoff: (subscriptions: number, events: number, count: number, happened: number) =>
        this.poll(subscriptions, events, count, happened),
      fd_fdstat_get: (descriptor: number, stat: number) => {
        if (descriptor > 2) return badDescriptor;
        this.bytes().fill(0, stat, stat + 24);
        this.view().setUint8(stat, 2);
        return success;
      },
      fd_fdstat_set_flags: () => success,
      fd_prestat_get: () => badDescriptor,
      fd_prestat_dir_name: () => badDescriptor,
      fd_close: () => badDescriptor,
      fd_read: () => badDescriptor,
      sched_yield: () => success,
      proc_exit: (code: number) => {
        throw new EngineExit(code);
      },
    };
    // Only what the module asks for; what is missing above is about files, and there are none.
    return Object.fromEntries(names.map((name) => [name, known[name] ?? ((): number => notSupported)]));
  }

  private view(): DataView {
    return new DataView(this.buffer());
  }

  private bytes(): Uint8Array {
    return new Uint8Array(this.buffer());
  }

  private buffer(): ArrayBuffer {
    if (this.memory === undefined) throw new Error('the engine called its host before it was attached');
    return this.memory.buffer;
  }

  /** Xorshift: the quality does not matter, that it repeats itself does. */
  private nextRandom(): number {
    this.random ^= this.random << 13;
    this.random ^= this.random >>> 17;
    this.random ^= this.random << 5;
    return this.random & 0xff;
  }

  private write(descriptor: number, vectors: number, count: number, written: number): number {
    if (descriptor !== 1 && descriptor !== 2) return badDescriptor;
    const view = this.view();
    let total = 0;
    const parts: Uint8Array[] = [];
    for (let i = 0; i < count; i++) {
      const start = view.getUint32(vectors + 8 * i, true);
      const length = view.getUint32(vectors + 8 * i + 4, true);
      parts.push(this.bytes().slice(start, start + length));
      total += length;
    }
    view.setUint32(written, total, true);
    this.log(Buffer.concat(parts).toString('utf8'));
    return success;
  }

  /** Waiting takes no time here: the clock moves on to the moment that is waited for. */
  private poll(subscriptions: number, events: number, count: number, happened: number): number {
    const view = this.view();
    this.bytes().fill(0, events, events + 32 * count);
    for (let i = 0; i < count; i++) {
      const subscription = subscriptions + 48 * i;
      const event = events + 32 * i;
      view.setBigUint64(event, view.getBigUint64(subscription, true), true);
      const kind = view.getUint8(subscription + 8);
      view.setUint8(event + 10, kind);
      if (kind === 0) {
        const timeout = view.getBigUint64(subscription + 24, true);
        const absolute = (view.getUint16(subscription + 40, true) & 1) === 1;
        const moment = absolute ? timeout : this.clock + timeout;
        if (moment > this.clock) this.clock = moment;
      }
    }
    view.setUint32(happened, count, true);
    return success;
  }
}

const programName = Buffer.from('engine\0');
