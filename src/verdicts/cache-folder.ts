import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The user's cache folder for this product.
 *
 * @param environment `XDG_CACHE_HOME` counts if it is an absolute path
 * @param home the user's home folder
 * @returns undefined where the user has no home
 */
export function userCacheFolder(environment: NodeJS.ProcessEnv, home: string): string | undefined {
  const { XDG_CACHE_HOME: cacheHome } = environment;
  if (cacheHome && isAbsolute(cacheHome)) return join(cacheHome, 'plimsoll');
  return isAbsolute(home) ? join(home, '.cache', 'plimsoll') : undefined;
}

/** The user's home folder; empty where the system knows of none, as of users that a container makes up. */
export function userHome(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
