import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Engine } from '../engine/engine';
import type { Review, ReviewRequest } from '../engine/review';
import { reviewShare, slots, states } from './review-share';
import type { Answer, Share } from './review-share';

/** From this many requests for each thread on, a thread earns what its start costs. */
const fewestEach = 150;

/** More threads than this want more memory than they save time. */
const mostThreads = 8;

/**
 * How long nothing may come from a thread before what it has taken is asked here too, in milliseconds. A thread that has died cannot
 * say so, and one that lives has a handful at most: to wait longer saves less than it may cost.
 */
const patience = 200;

/** What a thread runs: there is such a file once this package is compiled. */
const workerFile = join(__dirname, 'review-worker.js');

/**
 * Asks the engine about many objects, in several threads where that pays. The answers and their order are those of one thread: what a
 * thread does not answer, for whatever reason, is asked here.
 *
 * @param threads how many threads may work, this one among them
 */
export function reviewTogether(
  engine: Engine,
  requests: readonly ReviewRequest[],
  threads: number,
  file: string = workerFile,
): readonly Review[] {
  const answers: (Review | undefined)[] = requests.map(() => undefined);
  const receive = (some: readonly Answer[]): void => some.forEach(([index, review]) => (answers[index] = review));
  const count = Math.min(threads, mostThreads, Math.floor(requests.length / fewestEach));
  if (count > 1 && existsSync(file)) {
    const { collect, control } = startHelpers(engine, requests, count - 1, file);
    reviewShare(engine, requests, control, receive);
    collect(receive);
  }
  return answers.map((review, index) => review ?? engine.review(requests[index]));
}

interface Helper {
  /** Which of the threads it is. */
  readonly thread: number;
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly far: MessagePort;
}

interface Helpers {
  readonly control: Int32Array;
  /** Waits for the answers of those that work, and ends them. */
  readonly collect: (receive: (answers: readonly Answer[]) => void) => void;
}

function startHelpers(engine: Engine, requests: readonly ReviewRequest[], count: number, file: string): Helpers {
  const control = new Int32Array(new SharedArrayBuffer(4 * (slots.states + count + 1)));
  const helpers: Helper[] = [];
  try {
    const written = requests.map(withText);
    // Nothing of how this process was started is handed on: a loader would take longer to start than all there is to do.
    for (let thread = 1; thread <= count; thread++) {
      const worker = new Worker(file, { execArgv: [], env: {} });
      // Whatever goes wrong there is done here.
      worker.on('error', () => {});
      worker.unref();
      const { port1: port, port2: far } = new MessageChannel();
      helpers.push({ thread, worker, port, far });
    }
    const { kubernetes, sha256 } = engine;
    // They start while this compiles.
    const module = engine.compiled();
    for (const { far: port, thread, worker } of helpers) {
      const share: Share = { control, kubernetes, module, port, requests: written, sha256, thread };
      worker.postMessage(share, [port]);
    }
  } catch {
    // Threads may be forbidden here, and an object may be one that cannot be written or sent: those that have their share do it.
  }
  return { control, collect: (receive) => helpers.forEach((helper) => collect(control, helper, receive)) };
}

function collect(
  control: Int32Array,
  { port, thread, worker }: Helper,
  receive: (answers: readonly Answer[]) => void,
): void {
  const state = slots.states + thread;
  // One that has not begun by now need not begin any more.
  Atomics.compareExchange(control, state, states.starting, states.givenUp);
  for (;;) {
    const progress = Atomics.load(control, slots.progress);
    if (Atomics.load(control, state) !== states.working) break;
    if (Atomics.wait(control, slots.progress, progress, patience) === 'timed-out') break;
  }
  // What was sent before a thread died has arrived.
  for (;;) {
    const received = receiveMessageOnPort(port)?.message as readonly Answer[] | undefined;
    if (received === undefined) break;
    receive(received);
  }
  port.close();
  void worker.terminate();
}

/** A request that can be sent: objects as the JSON that the engine would make of them. */
function withText(request: ReviewRequest): ReviewRequest {
  const { object, text = JSON.stringify(object), ...settings } = request;
  if (settings.operation !== 'update') return { ...settings, text };
  const { oldObject } = settings;
  return { ...settings, text, oldObject: typeof oldObject === 'string' ? oldObject : JSON.stringify(oldObject) };
}
