import { checkAcross } from '../../src/checks/cross-checks';
import type { OutsideObjects } from '../../src/checks/outside-objects';
import type { Manifest } from '../../src/manifest/manifest';
import type { Problem } from '../../src/problems/problem';
import { readObjects } from '../../src/reading/read-objects';

/** The objects of a YAML text, as those of a chart. */
export function manifestsOf(yaml: string, chart = ''): readonly Manifest[] {
  const { objects, problems } = readObjects({ path: 'test.yaml', text: yaml });
  expect(problems).toEqual([]);
  return objects.map(({ identity, locate, object }) => ({
    identity,
    object: object(),
    origin: { chart, construct: '', locate: () => locate('').source },
  }));
}

/** What the checks across objects find in a YAML text. */
export function problemsIn(yaml: string, outside?: OutsideObjects): readonly Problem[] {
  return checkAcross(manifestsOf(yaml), { outside });
}

/** The same on one line each: `PLM7001 warning Pod/web spec.volumes[0].configMap.name: There is no …`. */
export function findingsIn(yaml: string, outside?: OutsideObjects): readonly string[] {
  return problemsIn(yaml, outside).map(describeFinding);
}

/** A problem on one line. */
export function describeFinding({ code, field, message, object, severity }: Problem): string {
  return `${code} ${severity} ${object?.kind}/${object?.name}${field === undefined ? '' : ` ${field}`}: ${message}`;
}
