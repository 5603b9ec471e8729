import { sep } from 'node:path';
import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Call, Making } from '../../explain/making';
import { originOf } from '../../manifest/origin';
import { locateFrame } from '../../manifest/stack-frames';
import { inheritsOrigin, recordsOrigin } from '../../problems/origin-marks';
import type { SourcePosition } from '../../problems/problem';

/** What the user's own code made, and where. */
export interface MadeByUser {
  readonly construct: IConstruct;
  readonly making: Making | undefined;
  /** @default - not known */
  readonly source?: SourcePosition;
}

type MakingOf = (construct: IConstruct) => Making | undefined;

/**
 * The construct from which an object came and which the user's own code made: the closest one that no library made. Where
 * none is known to be so, the outermost one that was made at the same place.
 */
export function madeByUser(object: IConstruct, makingOf: MakingOf): MadeByUser {
  for (let scope: IConstruct | undefined = object; scope && !Chart.isChart(scope); scope = scope.node.scope) {
    const making = makingOf(scope);
    const source = making && userOf(scope, making);
    if (source) return { construct: scope, making, source };
  }
  const source = originOf(object);
  let construct = object;
  for (let scope = object.node.scope; scope && source && !Chart.isChart(scope); scope = scope.node.scope) {
    const place = originOf(scope);
    if (place?.file !== source.file || place.line !== source.line || place.column !== source.column) break;
    construct = scope;
  }
  return { construct, making: makingOf(construct), ...(source && { source }) };
}

/** The constructs around one that the user's own code made too, the closest first. The app is none. */
export function madeAround(construct: IConstruct, makingOf: MakingOf): readonly MadeByUser[] {
  return construct.node.scopes
    .slice(1, -1)
    .reverse()
    .flatMap((scope) => {
      const making = makingOf(scope);
      const source = making && userOf(scope, making);
      // A plain chart says no more than the path does.
      return source && making.type.name !== 'Chart' ? [{ construct: scope, making, source }] : [];
    });
}

/**
 * Where the user's own code made a construct. What a construct of ours makes is that construct's, wherever this library is:
 * its own example application runs from its sources.
 */
function userOf(construct: IConstruct, making: Making): SourcePosition | undefined {
  const { during } = making;
  const maker = during && ('type' in during ? (during.type.prototype as object) : during.target);
  return (maker && recordsOrigin in maker) || inheritsOrigin in construct ? undefined : callerOf(making);
}

/** Where the user's own code made a construct or called a method; undefined when a library did. */
export function callerOf({ creation }: Making | Call): SourcePosition | undefined {
  const [caller] = (creation.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+\)?$/.test(line));
  const position = caller === undefined ? undefined : locateFrame(caller);
  return position?.file.includes(`${sep}node_modules${sep}`) ? undefined : position;
}
