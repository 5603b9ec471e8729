import type { Place } from '../place';

/**
 * Who may mount a volume at the same time: one node to write, many nodes to read, many nodes to write, or one Pod alone.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export type AccessMode = 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';

const accessModes: readonly AccessMode[] = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/**
 * Refuses access modes that the API server would refuse.
 *
 * @throws {PropsError} for none, an unknown one, and `ReadWriteOncePod` beside others
 */
export function checkAccessModes(place: Place, modes: readonly AccessMode[]): void {
  if (modes.length === 0) {
    place.refuse({ found: 'empty', allowed: 'at least one access mode', fix: "write ['ReadWriteOnce']" });
  }
  modes.forEach((mode, index) => place.at(index).oneOf(mode, accessModes));
  if (modes.length === 1 || !modes.includes('ReadWriteOncePod')) return;
  place.refuse({
    found: modes.join(' and '),
    allowed: '"ReadWriteOncePod" alone, or the other access modes',
    fix: 'keep one of the two',
  });
}
