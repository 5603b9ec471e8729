import type { ProblemText } from './catalogue';

/** Codes 6xxx: files that are checked. */
export const readingProblems = {
  PLM6001: {
    severity: 'error',
    title: 'a file cannot be read',
    why: 'What cannot be read cannot be checked.',
    fix: 'Correct the path, or the permissions of the file.',
  },
  PLM6002: {
    severity: 'error',
    title: 'a file is not text',
    why: 'Manifests are text in UTF-8; every reader takes other bytes for something else.',
    fix: 'Save the file as UTF-8, or leave it out.',
  },
  PLM6003: {
    severity: 'error',
    title: 'a document is neither YAML nor JSON',
    why: 'It has no form that a Kubernetes tool could read.',
    fix: 'Correct the place that the message names.',
  },
  PLM6004: {
    severity: 'error',
    title: 'a document goes beyond the limits',
    why: 'Reading it could take all memory or time there is, and no API server would take it.',
    fix: 'Make it smaller, or leave it out.',
  },
  PLM6005: {
    severity: 'error',
    title: 'there is nothing to check',
    why: 'A check that looked at nothing would pass whatever is wrong.',
    fix: 'Name files or folders that hold Kubernetes objects in YAML or JSON.',
  },
  PLM6006: {
    severity: 'error',
    title: 'what is there now cannot be read',
    why: 'Without it, whether the API server would take the update is not known.',
    fix: 'Correct `--against`, or do without with `--against none`.',
  },
} as const satisfies Record<string, ProblemText>;
