import { createRemedies } from '../../../src/checks/judge/create-remedies';
import type { Remedy } from '../../../src/checks/judge/remedy';
import { updateRemedies } from '../../../src/checks/judge/update-remedies';
import type { Problem } from '../../../src/problems/problem';
import { describeWithEngine } from '../../support/with-engine';
import { judgeObjects, subject } from './judge-objects';
import { refusedObjects, refusedUpdates } from './refused';

/** A fix as it stands in the table, with whatever was found in place of `$1`. */
function isFixOf(remedy: Remedy): (problem: Problem) => boolean {
  const parts = remedy.fix.split(/\$\d/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 's');
  return (problem) => expression.test(problem.fix ?? '');
}

describeWithEngine('what to do about what the API server says', () => {
  const problems = (): readonly Problem[] => [
    ...refusedObjects.flatMap((object) => judgeObjects([subject(object)], { podSecurity: 'restricted' }).problems),
    ...refusedUpdates.flatMap(([before, after]) => judgeObjects([subject(after, before)]).problems),
  ];

  test('is said for each of the common problems', () => {
    for (const object of refusedObjects) {
      const found = judgeObjects([subject(object)], { podSecurity: 'restricted' }).problems;
      expect(found.length).toBeGreaterThan(0);
      for (const { fix, message } of found) expect({ message, fix }).toEqual({ message, fix: expect.any(String) });
    }
  });

  test('is said for each of the common updates that are refused', () => {
    for (const [before, after] of refusedUpdates) {
      const found = judgeObjects([subject(after, before)]).problems;
      expect(found.map(({ code }) => code)).toEqual(['PLM5002']);
      expect(found[0].message).toContain(' -> ');
      expect(found[0].fix).toEqual(expect.any(String));
    }
  });

  test('holds nothing that never occurs', () => {
    const all = problems();
    const unused = [...createRemedies, ...updateRemedies].filter((remedy) => !all.some(isFixOf(remedy)));
    expect(unused).toEqual([]);
  });
});
