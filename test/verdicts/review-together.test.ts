import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../src/engine/engine';
import type { Engine } from '../../src/engine/engine';
import type { ReviewRequest } from '../../src/engine/review';
import { reviewTogether } from '../../src/verdicts/review-together';
import { project } from '../support/compiled';
import { inTemporaryFolder } from '../support/temporary-folder';
import { describeWithEngine } from '../support/with-engine';

const compiledWorker = join(project, 'lib/verdicts/review-worker.js');

/** As many as two threads share: names that are right and wrong, as data and as text, new and in the place of others. */
const requests: readonly ReviewRequest[] = Array.from({ length: 400 }, (_, index): ReviewRequest => {
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: index % 7 === 0 ? `A${index}` : `a${index}` },
  };
  if (index % 3 === 0) return { operation: 'create', object };
  if (index % 3 === 1) return { operation: 'create', text: JSON.stringify(object) };
  return { operation: 'update', object: { ...object, data: { a: 'b' } }, oldObject: { ...object, immutable: true } };
});

describeWithEngine('many objects in several threads', () => {
  const engine = openEngine({ kubernetes: '1.27' });
  const alone = requests.map((request) => engine.review(request));
  /** The engine of this thread, counting what it is asked. */
  const counted = (): { readonly engine: Engine; readonly asked: () => number } => {
    let asked = 0;
    const own = openEngine({ kubernetes: '1.27' });
    const review = own.review.bind(own);
    own.review = (request) => {
      asked += 1;
      return review(request);
    };
    return { engine: own, asked: () => asked };
  };

  // The thread's file is compiled by `npm test`, before it runs the tests.
  const testCompiled = existsSync(compiledWorker) || process.env.CI === 'true' ? test : test.skip;
  testCompiled('answer as one thread does, in the same order', () => {
    expect(reviewTogether(engine, requests, 2, compiledWorker)).toEqual(alone);
    expect(reviewTogether(engine, requests, 3, compiledWorker)).toEqual(alone);
  });

  test.each([
    ['does not start', 'throw new Error("no");'],
    ['ends at once', 'process.exit(1);'],
    ['says nothing', "require('node:worker_threads').parentPort.once('message', () => {});"],
    [
      'takes objects and ends without an answer',
      `require('node:worker_threads').parentPort.once('message', ({ control, thread }) => {
        Atomics.store(control, 2 + thread, 1);
        Atomics.add(control, 0, 16);
        Atomics.store(control, 2 + thread, 2);
        throw new Error('no');
      });`,
    ],
    [
      'takes objects and dies without a word',
      `require('node:worker_threads').parentPort.once('message', ({ control, thread }) => {
        Atomics.store(control, 2 + thread, 1);
        Atomics.add(control, 0, 16);
        process.exit(1);
      });`,
    ],
  ])('lose nothing where one %s', (_, code) => {
    inTemporaryFolder((folder) => {
      const file = join(folder, 'worker.js');
      writeFileSync(file, code);
      const { asked, engine: own } = counted();
      expect(reviewTogether(own, requests, 2, file)).toEqual(alone);
      expect(asked()).toBe(requests.length);
    });
  });

  test('keep what a thread answered before it died', () => {
    inTemporaryFolder((folder) => {
      const file = join(folder, 'worker.js');
      writeFileSync(
        file,
        `require('node:worker_threads').parentPort.once('message', ({ control, port, thread }) => {
          Atomics.store(control, 2 + thread, 1);
          const first = Atomics.add(control, 0, 16);
          const answers = Array.from({ length: 8 }, (_, index) => [first + index, 'answered there']);
          port.postMessage(answers);
          setTimeout(() => process.exit(1), 10);
        });`,
      );
      const { asked, engine: own } = counted();
      const found = reviewTogether(own, requests, 2, file);
      const there = found.filter((review) => (review as unknown) === 'answered there');
      expect(found.length - there.length).toBe(asked());
      // It may come too late to take anything.
      expect([0, 8]).toContain(there.length);
    });
  });

  test('are judged here where the thread has no file, and where an object cannot be sent', () => {
    expect(reviewTogether(engine, requests, 2, join(project, 'nothing.js'))).toEqual(alone);
    const own: Record<string, unknown> = {};
    own.own = own;
    const [first, ...others] = reviewTogether(engine, [{ operation: 'create', object: own }, ...requests], 2);
    expect(first).toMatchObject({ judged: false, allowed: false });
    expect(others).toEqual(alone);
  });

  test('are too few to share where a thread would not earn its start', () => {
    const { asked, engine: own } = counted();
    reviewTogether(own, requests.slice(0, 200), 8, compiledWorker);
    expect(asked()).toBe(200);
  });
});
