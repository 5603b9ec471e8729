import type { IConstruct } from 'constructs';
import { findNewer } from '../api/find-newer';
import { isOlder, isTargetMinor, targetMinors } from '../api/minors';
import type { TargetMinor } from '../api/minors';
import type { FieldStep } from '../problems/field-path';
import type { Place } from './place';

/** An `App` of ours, as far as it says what its objects are meant for. */
interface Targeted {
  readonly judging?: { readonly kubernetes?: string; readonly judge?: boolean };
}

/** The minor that an App of ours is meant for unless it says so. */
const unsaid: TargetMinor = '1.27';

/**
 * The minor that the App of a construct is meant for; `undefined` where nothing is known of it: in an App of cdk8s, in one that
 * is not judged, and for what stands in no App.
 */
export function targetOf(construct: object): TargetMinor | undefined {
  const { node } = construct as Partial<IConstruct>;
  if (node === undefined || !('root' in node)) return undefined;
  const { judging } = node.root as Targeted;
  if (judging === undefined || judging.judge === false) return undefined;
  const { kubernetes = unsaid } = judging;
  return isTargetMinor(kubernetes) ? kubernetes : undefined;
}

/**
 * Refuses the fields of a value that came after the minor which the App is meant for, or are switched on only in a later one.
 *
 * @param type The type of the value, such as `core.v1.PodSpec`.
 * @param value The value as the API has it.
 * @param stepsOf Where a field stands among the props, for those that bear another name there.
 * @throws {PropsError} naming the minor that has the first such field
 */
export function checkTarget(
  place: Place,
  type: string,
  value: object | undefined,
  stepsOf: (steps: readonly FieldStep[]) => readonly FieldStep[] = (steps) => steps,
): void {
  const target = targetOf(place.construct);
  if (target === undefined || target === targetMinors.at(-1)) return;
  findNewer(value, type, target, (steps, { came, gate, since }) => {
    const here = stepsOf(steps).reduce<Place>((at, step) => at.at(step), place);
    const why = isOlder(target, came) ? 'which does not know it' : `where its feature gate ${gate} is off`;
    refuse(here, 'given', target, why, since);
  });
}

/**
 * Refuses a word that only later minors take, in a field that is there before.
 *
 * @param since The words that not every minor takes, each with the first that does.
 * @throws {PropsError} naming that minor
 */
export function checkWord(place: Place, word: string, since: Readonly<Record<string, TargetMinor>>): void {
  const target = targetOf(place.construct);
  const first = Object.hasOwn(since, word) ? since[word]! : undefined;
  if (target === undefined || first === undefined || !isOlder(target, first)) return;
  refuse(place, JSON.stringify(word), target, 'which does not take it', first);
}

function refuse(place: Place, found: string, target: TargetMinor, why: string, since: TargetMinor): never {
  return place.refuse({
    found: `${found} for Kubernetes ${target}, ${why}`,
    allowed: `nothing of it before Kubernetes ${since}`,
    fix: `set kubernetes: '${since}' on the App if that is what the cluster runs, or leave it out`,
  });
}
