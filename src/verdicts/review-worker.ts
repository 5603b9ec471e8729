// What a worker thread runs: it judges its share, sends the answers, and ends.
import { parentPort } from 'node:worker_threads';
import { Engine } from '../engine/engine';
import { reviewShare, slots, states } from './review-share';
import type { Share } from './review-share';

parentPort?.once('message', ({ control, kubernetes, module, port, requests, sha256, thread }: Share) => {
  const state = slots.states + thread;
  if (Atomics.compareExchange(control, state, states.starting, states.working) !== states.starting) return;
  try {
    // The module was checked and compiled by the thread that sent it.
    const engine = new Engine({ folder: '', sha256, compile: () => module }, { kubernetes });
    reviewShare(engine, requests, control, (answers) => port.postMessage(answers));
  } finally {
    // Whatever happened: what was answered counts, the rest is judged where this was started.
    Atomics.store(control, state, states.done);
    Atomics.add(control, slots.progress, 1);
    Atomics.notify(control, slots.progress);
  }
});
