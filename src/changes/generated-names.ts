import type { KubernetesObject } from '../manifest/manifest';
import type { ComparedObject } from './compared-object';
import { at, textIn } from './data';

/** An object that leaves its name to the server goes by what its name begins with, such as `migration-*`. */
export function named(compared: ComparedObject): ComparedObject {
  const { identity, object } = compared;
  if (identity.name !== '') return compared;
  const start = generatedName(object());
  return start === undefined ? compared : { ...compared, identity: { ...identity, name: `${start}*` } };
}

/** What the name begins with that the server chooses; undefined where the object has one. */
export function generatedName(object: KubernetesObject | undefined): string | undefined {
  const start = textIn(at(object, 'metadata', 'generateName'));
  return start !== '' && textIn(at(object, 'metadata', 'name')) === '' ? start : undefined;
}
