import { isOlder } from '../../api/minors';
import type { TargetMinor } from '../../api/minors';
import type { Problem } from '../../problems/problem';

/** Warnings that name no minor, of what is to be replaced by something newer, and the first minor that has them. */
const sinces: readonly (readonly [RegExp, TargetMinor])[] = [[/"PreferClose" is deprecated/, '1.35']];

/** Whether a warning of a newer server advises against what an older one has nothing better for. */
export function isNewerWarning({ code, message }: Problem, target: TargetMinor): boolean {
  if (code !== 'PLM5003') return false;
  const [, minor] = /\bdeprecated (?:in|since) v1\.(\d+)/.exec(message) ?? [];
  if (minor !== undefined) return Number(minor) > Number(target.slice(2));
  return sinces.some(([text, since]) => text.test(message) && isOlder(target, since));
}
