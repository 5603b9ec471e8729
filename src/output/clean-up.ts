import { join } from 'node:path';
import type { Disk } from './disk';
import { findObstacle } from './obstacles';
import type { Intent } from './lock';
import { onDisk } from './output-problem';

/**
 * Removes what a writer had made before its set was decided: contents that wait, and folders that are empty.
 *
 * @param root the output folder
 * @throws DiskFault when the operating system refuses
 */
export function undoIntent(root: string, intent: Intent, disk: Disk): void {
  const look = (path: string): ReturnType<Disk['look']> => onDisk(path, () => disk.look(join(root, path)));
  const isReachable = (path: string): boolean => findObstacle(path, look) === undefined;
  for (const path of intent.temporaries.filter(isReachable)) onDisk(path, () => disk.remove(join(root, path)));
  for (const path of [...intent.folders].reverse().filter(isReachable)) {
    onDisk(path, () => disk.removeEmptyFolder(join(root, path)));
  }
}
