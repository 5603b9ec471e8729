import { resolve } from 'node:path';
import { targetMinors } from '../api/minors';
import type { TargetMinor } from '../api/minors';
import type { PodSecurityLevel } from '../engine/review';
import { userCacheFolder, userHome } from '../verdicts/cache-folder';
import type { CommandOption, CommandOptions } from './command';
import type { Io } from './io';

/** Options of every command that judges objects. */
export const judgingOptions: readonly CommandOption[] = [
  {
    flags: '--kubernetes <minor>',
    description: 'the version of Kubernetes to judge for (default: 1.27)',
    choices: targetMinors,
  },
  {
    flags: '--pod-security <level>',
    description: 'the Pod Security level of namespaces whose labels are not known',
    choices: ['privileged', 'baseline', 'restricted'],
  },
  {
    flags: '--against <what>',
    description: 'what the objects replace: a folder, a Git revision, or none',
    completes: 'folder',
  },
  { flags: '--cache-dir <folder>', description: 'where verdicts are kept between runs', completes: 'folder' },
  { flags: '--no-cache', description: 'judge everything anew, keep nothing' },
];

/** What these options say. */
export interface JudgingFlags {
  readonly kubernetes?: TargetMinor;
  readonly podSecurity?: PodSecurityLevel;
  /** What the objects replace, as the user named it. */
  readonly against?: string;
  /** @default - verdicts are not kept */
  readonly cacheFolder?: string;
}

/** Reads the options; where verdicts are kept is left to the environment unless they say so. */
export function readJudgingFlags(options: CommandOptions, { environment, folder }: Io): JudgingFlags {
  const { against, cache, cacheDir, kubernetes, podSecurity } = options;
  const own = typeof cacheDir === 'string' ? resolve(folder, cacheDir) : userCacheFolder(environment, userHome());
  return {
    ...(typeof kubernetes === 'string' && { kubernetes: kubernetes as TargetMinor }),
    ...(typeof podSecurity === 'string' && { podSecurity: podSecurity as PodSecurityLevel }),
    ...(typeof against === 'string' && { against }),
    ...(cache !== false && own !== undefined && { cacheFolder: own }),
  };
}
