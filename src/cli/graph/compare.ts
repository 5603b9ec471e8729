import type { Change } from '../../changes/change';
import { compareObjects } from '../../changes/compare-objects';
import type { ComparedObject } from '../../changes/compared-object';
import { askServer } from '../diff/ask-server';
import type { JudgingFlags } from '../judging-options';

/** What becomes of objects: as `plimsoll diff` says it, with the API server's defaults where it may be asked. */
export function compare(
  before: readonly ComparedObject[],
  after: readonly ComparedObject[],
  judging: JudgingFlags | false,
  ignore: readonly string[] = [],
): readonly Change[] {
  const server = judging && askServer(judging);
  return compareObjects(before, after, { ...(server && !('problem' in server) && server), ignore }).changes;
}
