import { availableParallelism } from 'node:os';
import { openEngine } from '../engine/engine';
import type { Engine } from '../engine/engine';
import type { KubernetesMinor } from '../engine/artefact';
import type { Review, ReviewRequest } from '../engine/review';
import { reviewTogether } from './review-together';
import { VerdictCache } from './verdict-cache';
import { verdictKey } from './verdict-key';

/** Where verdicts come from. */
export interface ReviewerOptions {
  /** The minor of Kubernetes whose API server is asked. */
  readonly kubernetes: KubernetesMinor;
  /**
   * Where verdicts are kept: the user's cache folder for this product, an absolute path.
   * @default - they are not kept
   */
  readonly cacheFolder?: string;
  /**
   * Called before the engine is asked, with the number of objects that it will be asked about.
   * @default - nothing is done
   */
  readonly beforeEngine?: (objects: number) => void;
  /**
   * Threads that judge together where there is much to judge. They change how long it takes, never an answer or its place.
   * @default - as many as this process may run at a time, at most 8
   */
  readonly threads?: number;
}

/** The engine, with a memory: what it has judged once, in this process or another, it is not asked again. */
export interface Reviewer {
  /** What the API server would answer to each request, in their order. */
  readonly reviewAll: (requests: readonly ReviewRequest[]) => readonly Review[];
}

// One engine of each minor for the whole process: its memory is large, and starting it is what takes longest.
const engines = new Map<KubernetesMinor, Engine>();

/**
 * Opens the engine of a minor with its memory. The engine is loaded with the first object that was never judged before.
 * @throws Error when there is no engine for this minor.
 */
export function openReviewer(options: ReviewerOptions): Reviewer {
  const { beforeEngine, cacheFolder, kubernetes, threads = availableParallelism() } = options;
  const engine = engines.get(kubernetes) ?? openEngine({ kubernetes });
  engines.set(kubernetes, engine);
  const cache = cacheFolder === undefined ? undefined : new VerdictCache(cacheFolder, engine.sha256);
  const ask = (requests: readonly ReviewRequest[]): readonly Review[] => {
    if (requests.length > 0) beforeEngine?.(requests.length);
    return reviewTogether(engine, requests, threads);
  };
  return { reviewAll: (requests) => (cache ? reviewUnknown(requests, engine.sha256, cache, ask) : ask(requests)) };
}

/** Asks only about what is not in the cache, and about each such object once. */
function reviewUnknown(
  requests: readonly ReviewRequest[],
  engine: string,
  cache: VerdictCache,
  ask: (requests: readonly ReviewRequest[]) => readonly Review[],
): readonly Review[] {
  const keys = requests.map((request) => verdictKey(engine, request));
  const known = new Map<string, Review>();
  const toKeep = new Map<string, Review>();
  for (const key of keys) {
    const found = cache.find(key);
    if (found) known.set(key, found.review);
    if (found?.isOld) toKeep.set(key, found.review);
  }
  const unknown = new Map(requests.map((request, index) => [keys[index], request]));
  for (const key of known.keys()) unknown.delete(key);
  const reviews = ask([...unknown.values()]);
  [...unknown.keys()].forEach((key, index) => {
    const review = reviews[index];
    known.set(key, review);
    // A failure may have to do with the memory of this machine at this time.
    if (review.failure === undefined) toKeep.set(key, review);
  });
  cache.add(toKeep);
  return keys.map((key) => known.get(key) as Review);
}
