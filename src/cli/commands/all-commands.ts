import type { Command } from '../command';
import { checkCommand } from './check';
import { completionCommand } from './completion';
import { diffCommand } from './diff';
import { explainCommand } from './explain';
import { graphCommand } from './graph';
import { synthCommand } from './synth';

/** Every command, in the order in which help lists them. */
export const allCommands: readonly Command[] = [
  synthCommand,
  checkCommand,
  diffCommand,
  explainCommand,
  graphCommand,
  completionCommand,
];
