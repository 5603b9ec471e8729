/** The minors of Kubernetes that objects can be meant for, the oldest first. */
export const targetMinors = ['1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;

/** A minor of Kubernetes that objects can be meant for. */
export type TargetMinor = (typeof targetMinors)[number];

/**
 * The minor whose API server judges objects for a target: its own where its code is part of this package, else the newest one's,
 * with what the target lacks told by tables.
 */
export function judgingMinorOf(target: TargetMinor): '1.27' | '1.36' {
  return target === '1.27' ? '1.27' : '1.36';
}

/** Whether a text names a minor that objects can be meant for. */
export function isTargetMinor(text: string): text is TargetMinor {
  return (targetMinors as readonly string[]).includes(text);
}

/** Whether a minor came before another one. */
export function isOlder(minor: TargetMinor, other: TargetMinor): boolean {
  return targetMinors.indexOf(minor) < targetMinors.indexOf(other);
}
