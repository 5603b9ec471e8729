import type { KubernetesObject } from '../manifest/manifest';
import type { ObjectIdentity, Problem } from '../problems/problem';
import type { ComparedObject } from './compared-object';
import { effectKinds } from './effect';
import type { Effect, EffectKind } from './effect';
import type { FieldChange } from './field-change';

/** What becomes of an object. */
export type ChangeKind = 'created' | 'changed' | 'deleted' | 'renamed' | 'moved';

/** One object that is not what or where it was. */
export interface Change {
  readonly kind: ChangeKind;
  /** What it will be; what it was where it is deleted. */
  readonly identity: ObjectIdentity;
  /** @default - it is new */
  readonly before?: ComparedObject;
  /** @default - it goes */
  readonly after?: ComparedObject;
  /** What differs; nothing for what comes and goes as a whole. */
  readonly fields: readonly FieldChange[];
  /** Paths of fields that only look different: defaults of the API server that are written out or not any more. */
  readonly defaults: readonly string[];
  /** How many changes `--ignore` left out. */
  readonly ignored: number;
  /** What it does, the riskiest first; there is at least one. */
  readonly effects: readonly Effect[];
}

/** A change whose effects are not known yet, with the data of its sides. */
export interface Draft extends Omit<Change, 'effects' | 'before' | 'after'> {
  readonly pair: Pick<Change, 'before' | 'after'>;
  readonly before?: KubernetesObject;
  readonly after?: KubernetesObject;
  /** Why the API server would refuse the update. */
  readonly refusals: readonly Problem[];
}

/** How risky an effect is: 0 is the riskiest. */
export function rankOf(kind: EffectKind): number {
  return effectKinds.indexOf(kind);
}

/** The field at or below one of the paths that is changed first; undefined where none is. */
export function changedField(fields: readonly FieldChange[], path: RegExp): string | undefined {
  return fields.find((field) => path.test(field.path))?.path;
}
