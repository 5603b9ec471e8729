import { plainStyles } from '../../src/report/styles';
import { reportFailure, reportSynth, synthJson } from '../../src/report/synth-report';
import type { SynthOutcome } from '../../src/report/synth-report';

const outcome: SynthOutcome = {
  output: 'dist/',
  done: true,
  written: ['a.yaml', 'b.yaml'],
  unchanged: ['c.yaml'],
  removed: ['d.yaml'],
  problems: [],
  allowed: [],
};
const problems = [{ code: 'PLM2001', severity: 'error', message: 'm', fix: 'f' }] as const;

describe('the report of a synth', () => {
  test('lists what changed and counts the rest', () => {
    expect(reportSynth(outcome, plainStyles)).toBe(
      'wrote   dist/a.yaml\nwrote   dist/b.yaml\nremoved dist/d.yaml\ndist: 2 written, 1 unchanged, 1 removed\n',
    );
  });

  test('says in the last line what came of problems', () => {
    expect(reportFailure({ ...outcome, done: false, problems }, plainStyles)).toBe(
      '1 error; nothing was written to dist/\n',
    );
    expect(reportFailure({ ...outcome, output: undefined, done: false, problems }, plainStyles)).toBe(
      '1 error; nothing was printed\n',
    );
    expect(reportFailure({ ...outcome, problems: [{ ...problems[0], severity: 'warning' }] }, plainStyles)).toBe(
      '1 warning\n',
    );
  });

  test('is one JSON document too', () => {
    expect(JSON.parse(synthJson({ ...outcome, problems }, '/'))).toEqual({
      command: 'synth',
      ok: true,
      output: 'dist/',
      written: ['a.yaml', 'b.yaml'],
      unchanged: ['c.yaml'],
      removed: ['d.yaml'],
      problems: [{ code: 'PLM2001', severity: 'error', title: 'an object is defined twice', message: 'm', fix: 'f' }],
      allowed: [],
    });
  });
});
