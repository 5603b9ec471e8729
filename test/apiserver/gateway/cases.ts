import fc from 'fast-check';
import type { RouteKind } from '../../../src/gateway/route-schema';
import { applySteps, textOf } from '../../corpus/case';
import type { Step, Tree } from '../../corpus/case';
import { arbitraryRoute } from './arbitrary-route';
import { arbitraryStep } from './mutations';

/** A route, and what is changed in it. */
export interface RouteCase {
  readonly route: Tree;
  /** @default - nothing */
  readonly do?: readonly Step[];
}

/** The route of a case as data; numbers as they are read. */
export function routeOf({ route, do: steps = [] }: RouteCase): Tree {
  return applySteps(route, steps);
}

/** The kind of the route of a case. */
export function kindOf({ route }: RouteCase): RouteKind {
  return route.kind as RouteKind;
}

/** Cases by chance, from a seed: a third as they are, the others with one to three changes. */
export function arbitraryCases(count: number, seed: number): readonly RouteCase[] {
  const kinds = fc.constantFrom<RouteKind>('HTTPRoute', 'HTTPRoute', 'GRPCRoute');
  const one = kinds.chain(arbitraryRoute).chain((route): fc.Arbitrary<RouteCase> => {
    const changed = fc
      .array(arbitraryStep(route), { minLength: 1, maxLength: 3 })
      .map((steps) => ({ route, do: steps }));
    const single = arbitraryStep(route).map((step) => ({ route, do: [step] }));
    return fc.oneof(fc.constant({ route }), single, changed);
  });
  return fc.sample(one, { numRuns: count, seed }).filter(isPossible);
}

/** Of several changes, one may take away what another one is about, or leave a hole in a list. */
function isPossible(one: RouteCase): boolean {
  try {
    JSON.parse(textOf(routeOf(one)));
    return true;
  } catch {
    return false;
  }
}
