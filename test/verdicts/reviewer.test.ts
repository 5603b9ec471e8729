import { readdirSync } from 'node:fs';
import { openReviewer } from '../../src/verdicts/reviewer';
import { describeWithEngine } from '../support/with-engine';
import { inTemporaryFolder } from '../support/temporary-folder';

const request = (name: string): { readonly operation: 'create'; readonly object: object } => ({
  operation: 'create',
  object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
});

describeWithEngine('the engine with a memory', () => {
  test('asks the engine once about each object, in this run and the next', () => {
    inTemporaryFolder((cacheFolder) => {
      const asked: number[] = [];
      const review = (names: readonly string[]): readonly boolean[] => {
        const beforeEngine = (objects: number): void => void asked.push(objects);
        const { reviewAll } = openReviewer({ kubernetes: '1.27', cacheFolder, beforeEngine });
        return reviewAll(names.map(request)).map(({ allowed }) => allowed);
      };
      expect(review(['a', 'B', 'a'])).toEqual([true, false, true]);
      expect(review(['B', 'a'])).toEqual([false, true]);
      expect(review(['a', 'c', 'B'])).toEqual([true, true, false]);
      expect(asked).toEqual([2, 1]);
    });
  });

  test('remembers nothing where no folder is given', () => {
    inTemporaryFolder((cacheFolder) => {
      const [review] = openReviewer({ kubernetes: '1.27' }).reviewAll([request('a')]);
      expect(review.allowed).toBe(true);
      expect(readdirSync(cacheFolder)).toEqual([]);
    });
  });
});
