import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { allow, sift } from '../../src/manifest/allowances';
import type { Problem } from '../../src/problems/problem';
import type { ProblemCode } from '../../src/problems/catalogue';
import { refusalOf } from '../constructs/synth-one';

const finding = (construct: string, code: ProblemCode = 'PLM7001'): Problem => ({
  code,
  severity: 'warning',
  message: 'something',
  construct,
});

function tree() {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  const web = new Construct(chart, 'web');
  new Construct(web, 'deployment');
  const website = new Construct(chart, 'website');
  return { app, chart, web, website };
}

test('what is allowed for a construct is allowed for all that is in it, and for nothing beside it', () => {
  const { app, web } = tree();
  allow(web, 'PLM7001', ' it is made by the platform ');
  const inside = finding('chart/web/deployment');
  const beside = finding('chart/website');
  const other = finding('chart/web', 'PLM7002');
  expect(sift(app, [inside, beside, other])).toEqual({
    problems: [beside, other],
    allowed: [{ ...inside, because: 'it is made by the platform' }],
  });
});

test('an app can allow something everywhere', () => {
  const { app } = tree();
  allow(app, 'PLM7001', 'this cluster has it');
  const ofNobody: Problem = { code: 'PLM7001', severity: 'warning', message: 'something' };
  expect(sift(app, [finding('chart/web'), finding('chart/website'), ofNobody]).problems).toEqual([]);
});

test('what is allowed and not found is an error, unless nobody looked for it', () => {
  const { app, web } = tree();
  allow(web, 'PLM7001', 'it is made by the platform');
  expect(sift(app, []).problems).toMatchObject([
    {
      code: 'PLM2003',
      severity: 'error',
      message:
        'PLM7001 is allowed for chart/web because "it is made by the platform", and is not found there any more.',
      construct: 'chart/web',
    },
  ]);
  expect(sift(app, [], () => false).problems).toEqual([]);
});

test('problems pass as they are where nothing is allowed', () => {
  const { app } = tree();
  const problems = [finding('chart/web')];
  expect(sift(app, problems)).toEqual({ problems, allowed: [] });
});

describe('allow() refuses', () => {
  test('an unknown code, what would not work, and a missing reason', () => {
    const { web } = tree();
    expect(refusalOf(() => allow(web, 'PLM9999' as ProblemCode, 'so'))).toMatchInlineSnapshot(
      `"chart/web: allow(): code is "PLM9999"; allowed: a code that reports show, such as "PLM7001". To fix it, copy it from the report."`,
    );
    expect(refusalOf(() => allow(web, 'PLM2001', 'so'))).toMatchInlineSnapshot(
      `"chart/web: allow(): code is PLM2001 (an object is defined twice); allowed: a finding, not what would not work. To fix it, mend it: without, nothing can be applied."`,
    );
    expect(refusalOf(() => allow(web, 'PLM7001', ' '))).toMatchInlineSnapshot(
      `"chart/web: allow(): because is " "; allowed: a reason. To fix it, say why it is all right, for whoever reads it in a year."`,
    );
  });
});
