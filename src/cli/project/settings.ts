import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../problems/problem';
import type { ReviewProps } from '../../reviewing';
import { problem } from '../problem';
import { loadYaml } from './load-yaml';
import { parseSettings } from './parse-settings';

/** A validation plugin, as cdk8s-cli has them. */
export interface ValidationSettings {
  /** npm name, or a path that begins with `./` or `/`. */
  readonly package: string;
  /** Exact version. */
  readonly version: string;
  /** Name of the exported class. */
  readonly class: string;
  /** @default - none */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The settings of a project: what cdk8s.yaml says. */
export interface Settings {
  /** What starts the app. */
  readonly app?: string;
  /** The output folder. @default 'dist' */
  readonly output?: string;
  /** What `cdk8s import` generates code for; of it, a Helm chart takes the custom resource definitions. */
  readonly imports?: readonly string[];
  /** Where cdk8s-cli installs validation plugins. @default - `.cdk8s/plugins` in the home folder */
  readonly pluginsDirectory?: string;
  /** Validation plugins, or the path of a YAML file that lists them. */
  readonly validations?: string | readonly ValidationSettings[];
  readonly synthConfig?: {
    /** @default 'plain' */
    readonly format?: 'plain' | 'helm';
    /** @default 'v2' */
    readonly chartApiVersion?: 'v1' | 'v2';
    readonly chartVersion?: string;
  };
  /** What is ours, and no other tool reads. */
  readonly plimsoll?: Pick<ReviewProps, 'outside' | 'severities'> & {
    readonly diff?: {
      /** Fields that `plimsoll diff` leaves out, and counts. @default - none */
      readonly ignore?: readonly string[];
    };
  };
}

/** The file name, as cdk8s has it. */
export const settingsFile = 'cdk8s.yaml';

/** What a project says of itself. */
export interface ProjectSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Whether there is a cdk8s.yaml at all. */
  readonly exists: boolean;
}

/** Reads cdk8s.yaml in a folder. Without one there are no settings; whether that is a problem depends on the flags. */
export function readSettings(folder: string): ProjectSettings {
  let text: string;
  try {
    text = readFileSync(join(folder, settingsFile), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { settings: {}, problems: [], exists: false };
    const message = `${settingsFile} cannot be read (${code}).`;
    return { settings: {}, problems: [problem('PLM4002', { message })], exists: true };
  }
  return { ...parseSettings(text, settingsFile, loadYaml(folder)), exists: true };
}
