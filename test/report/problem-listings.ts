import fc from 'fast-check';
import { problemCatalogue } from '../../src/problems/catalogue';
import type { ProblemCode } from '../../src/problems/catalogue';
import type { ListedProblem, ProblemListing } from '../../src/report/problem-listing';

/** A problem of a Deployment, with its places. */
export const replicas: ListedProblem = {
  code: 'PLM5001',
  severity: 'error',
  message: 'Invalid value: -1: must be at least 0',
  object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' },
  construct: 'shop/web',
  field: 'spec.replicas',
  place: { path: 'src/main.ts', line: 12, column: 3 },
  manifest: { path: 'dist/shop.k8s.yaml', line: 7, column: 13 },
  fix: 'Choose a number from 0.',
  fingerprint: 'a'.repeat(32),
};

/** A warning about the same object. */
export const tag: ListedProblem = {
  ...replicas,
  code: 'PLM7403',
  severity: 'warning',
  message: 'The image `nginx` has no tag.',
  field: 'spec.template.spec.containers[0].image',
  fix: 'Name a version.',
  fingerprint: 'b'.repeat(32),
};

/** A listing with few words of its own. */
export function listingOf(problems: readonly ListedProblem[], more: Partial<ProblemListing> = {}): ProblemListing {
  return {
    problems,
    allowed: [],
    files: [],
    fallback: 'cdk8s.yaml',
    summary: 'dist: 1 file as the app makes it',
    version: '1.2.3',
    ...more,
  };
}

/** Any text: also with control characters, markup, and characters cut in half. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.stringMatching(/^[<>&"'\]`|\\:%,#@*\s[(){}a-z-]{0,30}$/),
  fc.constantFrom(']]>', '::error::x', '%0A', '--></details>', '\u0000', '\ud800', '\r\n', '| a |', '@everyone'),
);

const place = fc.record({
  path: anyText.filter((text) => text !== ''),
  line: fc.integer({ min: 1, max: 1e6 }),
  column: fc.integer({ min: 1, max: 1e6 }),
});

const problem: fc.Arbitrary<ListedProblem> = fc.record(
  {
    code: fc.constantFrom(...(Object.keys(problemCatalogue) as ProblemCode[])),
    severity: fc.constantFrom('error' as const, 'warning' as const),
    message: anyText,
    object: fc.record(
      { apiVersion: anyText, kind: anyText, name: anyText, namespace: anyText },
      { requiredKeys: ['apiVersion', 'kind', 'name'] },
    ),
    construct: anyText,
    field: anyText,
    place,
    manifest: place,
    fix: anyText,
    fingerprint: fc.stringMatching(/^[0-9a-f]{32}$/),
  },
  { requiredKeys: ['code', 'severity', 'message', 'fix', 'fingerprint'] },
);

/** Any listing that there could be, and some that there could not. */
export const anyListing: fc.Arbitrary<ProblemListing> = fc.record({
  problems: fc.array(problem, { maxLength: 8 }),
  allowed: fc.array(
    fc.tuple(problem, anyText).map(([it, because]) => ({ ...it, because })),
    { maxLength: 3 },
  ),
  files: fc.array(anyText, { maxLength: 3 }),
  fallback: fc.constant('cdk8s.yaml'),
  summary: anyText,
  version: fc.constant('1.2.3'),
});
