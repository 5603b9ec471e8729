import { textOf } from '../../corpus/case';
import { routeOf } from './cases';
import { ourVerdict } from './compare';
import { construct } from './construct';
import { gatewayChannels } from './definitions';
import { readJudged } from './files';

/** What the constructs refuse though the API takes it, and why. */
const stricter: Readonly<Record<string, RegExp>> = {
  'the name of a Service is none, so that no Service can have it': /\.service is "[^"]*"; allowed: 1 to 63 characters/,
  'the name of an object is none': /\.name is "[^"]*"; allowed: 1 to 253 characters/,
  'a header twice, in other letters': / is "[^"]*" beside "[^"]*"; allowed: each header once/,
  'a header that none can be named': /\.remove\[\d+\] is "[^"]*"; allowed: 1 to 256 letters/,
  'a filter that does nothing': / is without a change; allowed: set, add or remove/,
  'no rules, or no parents': /(?:rules|parentRefs) is empty/,
  'a prefix replaced for several backends, of which it is not known': /because replacePrefixMatch replaces it/,
  'null for left out': / is null; allowed: /,
};

// What a real API server with the definitions of the Gateway API answered is kept; `npm run test:gateway` asks it anew.
const cases = readJudged();

test('the cases are many, and neither all allowed nor all refused', () => {
  expect(cases.length).toBeGreaterThan(400);
  for (const channel of gatewayChannels) {
    const allowed = cases.filter((one) => one[channel].code === 201).length;
    expect(allowed).toBeGreaterThan(80);
    expect(allowed).toBeLessThan(cases.length / 2);
  }
});

describe.each(gatewayChannels)('with the %s channel', (channel) => {
  test('the rules for check say what the API server says: verdict and fields', () => {
    const differences = cases.flatMap((one) => {
      const ours = ourVerdict(one, channel);
      return JSON.stringify(ours) === JSON.stringify(one[channel])
        ? []
        : [{ route: textOf(routeOf(one)), ours, server: one[channel] }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(differences).toHaveLength(0);
  });

  test('the constructs make nothing that the API server refuses, and refuse what it takes for a reason', () => {
    const [wrong, strict] = [new Array<unknown>(), new Array<string>()];
    let made = 0;
    for (const one of cases) {
      const result = construct(one, channel);
      const isTaken = one[channel].code === 201;
      if (result === 'the route') made += 1;
      if (result === 'the route' && !isTaken) wrong.push({ route: textOf(routeOf(one)), server: one[channel] });
      if (typeof result === 'object' && isTaken) strict.push(result.refusal);
    }
    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(50);
    expect(strict.filter((refusal) => !Object.values(stricter).some((reason) => reason.test(refusal)))).toEqual([]);
  });
});
