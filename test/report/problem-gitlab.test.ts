import Ajv from 'ajv';
import fc from 'fast-check';
import { problemsGitlab } from '../../src/report/problem-gitlab';
import { anyListing, listingOf, replicas, tag } from './problem-listings';

/** What GitLab asks of a report on code quality. */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', pattern: '^[^\\n]*$' },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

describe('problems for GitLab', () => {
  test('say what GitLab asks for', () => {
    expect(
      JSON.parse(problemsGitlab(listingOf([replicas, { ...tag, place: undefined, manifest: undefined }]))),
    ).toEqual([
      {
        description:
          'Deployment web in namespace shop: spec.replicas: Invalid value: -1: must be at least 0 Choose a number from 0.',
        check_name: 'PLM5001',
        fingerprint: 'a'.repeat(32),
        severity: 'critical',
        location: { path: 'src/main.ts', lines: { begin: 12 } },
        other_locations: [{ path: 'dist/shop.k8s.yaml', lines: { begin: 7 } }],
      },
      expect.objectContaining({ severity: 'minor', location: { path: 'cdk8s.yaml', lines: { begin: 1 } } }),
    ]);
  });

  test('do so whatever is in them', () => {
    const isValid = new Ajv().compile(schema);
    fc.assert(
      fc.property(anyListing, (listing) => {
        const findings = JSON.parse(problemsGitlab(listing)) as readonly unknown[];
        expect(findings).toHaveLength(listing.problems.length);
        isValid(findings);
        expect(isValid.errors ?? []).toEqual([]);
      }),
    );
  });
});
