import * as cdk8s from 'cdk8s';
import fc from 'fast-check';
import { synthesize } from '../../src/manifest/synthesize';
import { growTree, treeRecipe } from '../support/random-tree';
import type { TreeRecipe } from '../support/random-tree';

type Printed = readonly (readonly [string, readonly unknown[]])[];

/** What cdk8s prints, chart by chart, or that it finds a cycle. */
function viaCdk8s(recipe: TreeRecipe): Printed | 'cycle' {
  const app = new cdk8s.App();
  growTree(app, recipe);
  try {
    app.synthYaml();
    return app.charts.map((chart) => [chart.node.path, chart.toJson()]);
  } catch (error) {
    if (!String(error).includes('cycle') && !(error instanceof RangeError)) throw error;
    return 'cycle';
  }
}

function viaPlimsoll(recipe: TreeRecipe): Printed | 'cycle' {
  const app = new cdk8s.App();
  growTree(app, recipe);
  const { charts, problems } = synthesize(app);
  if (problems.length === 0) {
    return charts.map(({ chart, manifests }) => [chart.node.path, manifests.map((manifest) => manifest.object)]);
  }
  expect(problems).toMatchObject([{ code: 'PLM1002' }]);
  return 'cycle';
}

describe('synthesize', () => {
  test('prints any tree in the order of cdk8s, and finds a cycle where cdk8s finds one', () => {
    const seen = { printed: 0, cycle: 0 };
    fc.assert(
      fc.property(treeRecipe, (recipe) => {
        const expected = viaCdk8s(recipe);
        seen[typeof expected === 'string' ? expected : 'printed']++;
        const actual = viaPlimsoll(recipe);
        expect(actual).toEqual(expected);
      }),
      { numRuns: 3000, seed: 2027 },
    );
    // The comparison means something only if both happen.
    expect(seen.printed).toBeGreaterThan(1000);
    expect(seen.cycle).toBeGreaterThan(100);
  });
});
