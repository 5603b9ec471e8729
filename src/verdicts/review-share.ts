import type { MessagePort } from 'node:worker_threads';
import type { KubernetesMinor } from '../engine/artefact';
import type { Engine } from '../engine/engine';
import type { Review, ReviewRequest } from '../engine/review';
import type { WasmModule } from '../engine/webassembly';

/** What a thread gets to do: a share of requests that it takes from all of them, a few at a time, as fast as it can. */
export interface Share {
  readonly kubernetes: KubernetesMinor;
  readonly sha256: string;
  readonly module: WasmModule;
  readonly requests: readonly ReviewRequest[];
  /** Where the answers go. */
  readonly port: MessagePort;
  /** Shared by all threads: see `slots`. */
  readonly control: Int32Array;
  /** Which of the threads this one is, from 1. */
  readonly thread: number;
}

/** An answer, and to which of the requests. */
export type Answer = readonly [index: number, review: Review];

/** What the shared numbers mean; from `states` on they are the states of the threads. */
export const slots = { next: 0, progress: 1, states: 2 } as const;

/** The states of a thread. */
export const states = { starting: 0, working: 1, done: 2, givenUp: 3 } as const;

/** Requests that are taken at a time. */
const handful = 8;

/** Takes requests that nobody has taken yet, until there are none, and hands the answers on, a handful at a time. */
export function reviewShare(
  engine: Engine,
  requests: readonly ReviewRequest[],
  control: Int32Array,
  handOn: (answers: readonly Answer[]) => void,
): void {
  for (;;) {
    const first = Atomics.add(control, slots.next, handful);
    if (first >= requests.length) return;
    handOn(
      requests.slice(first, first + handful).map((request, index): Answer => [first + index, engine.review(request)]),
    );
    Atomics.add(control, slots.progress, 1);
    Atomics.notify(control, slots.progress);
  }
}
