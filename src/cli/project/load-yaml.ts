import { createRequire } from 'node:module';
import { join } from 'node:path';
import { load } from '../load';

type Yaml = typeof import('yaml');

let loaded: Yaml | undefined;

/**
 * The library `yaml`. cdk8s brings a copy of its own, which an app loads in any case: that one is taken where the project
 * has it, since a second copy would cost 20 ms.
 *
 * @param folder the project's folder, an absolute path
 */
export function loadYaml(folder: string): Yaml {
  loaded ??= loadFromCdk8s(folder) ?? (load('yaml') as Yaml);
  return loaded;
}

function loadFromCdk8s(folder: string): Yaml | undefined {
  try {
    const find = createRequire(createRequire(join(folder, 'package.json')).resolve('cdk8s'));
    const { version } = find('yaml/package.json') as { readonly version: string };
    return version.startsWith('2.') ? (find('yaml') as Yaml) : undefined;
  } catch {
    return undefined;
  }
}
