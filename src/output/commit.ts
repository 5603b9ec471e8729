import { join } from 'node:path';
import type { Disk } from './disk';
import type { Journal, JournalPrune } from './journal';
import { DiskFault, onDisk } from './output-problem';
import { folderOf, foldersAbove } from './output-path';
import { systemCode } from './disk';
import { journalName } from './own-names';

/**
 * Carries out a journal that is on the disk, and removes it. Each step can be repeated, so that an interruption at any
 * point is mended by doing all of it again.
 *
 * @param root the output folder
 * @throws DiskFault when the operating system refuses a step; the journal is then still there
 */
export function commitJournal(root: string, journal: Journal, disk: Disk): void {
  const touched = new Set<string>();
  const later: JournalPrune[] = [];
  for (const prune of journal.prunes) {
    const room = prune.makesRoomFor;
    if (room === undefined) later.push(prune);
    // Where case does not count, the content that is in place by now may bear the very name that is to be deleted.
    else if (onDisk(prune.path, () => disk.look(join(root, room))) !== undefined)
      removeFile(root, prune.path, touched, disk);
  }
  for (const { path, temporary } of journal.writes) {
    onDisk(path, () => moveIntoPlace(root, temporary, path, touched, disk));
    touched.add(folderOf(path)).add(folderOf(temporary));
  }
  for (const prune of later) removeFile(root, prune.path, touched, disk);
  flushFolders(root, touched, disk);
  onDisk('', () => disk.remove(join(root, journalName)));
}

/** Makes sure that the names in folders are on the disk; folders that are gone are left out. */
export function flushFolders(root: string, folders: Iterable<string>, disk: Disk): void {
  for (const folder of folders) {
    try {
      onDisk(folder, () => disk.flushFolder(join(root, folder)));
    } catch (fault) {
      if (!(fault instanceof DiskFault) || systemCode(fault.cause) !== 'ENOENT') throw fault;
    }
  }
}

function moveIntoPlace(root: string, temporary: string, path: string, touched: Set<string>, disk: Disk): void {
  const from = join(root, temporary);
  // Missing content means that this rename was carried out before the interruption.
  if (disk.look(from) === undefined) return;
  for (const folder of foldersAbove(path)) {
    if (disk.look(join(root, folder)) !== undefined) continue;
    disk.makeFolder(join(root, folder));
    touched.add(folderOf(folder));
  }
  disk.move(from, join(root, path));
}

function removeFile(root: string, path: string, touched: Set<string>, disk: Disk): void {
  // A folder now bears the name when the file made room for it.
  const entry = onDisk(path, () => disk.look(join(root, path)));
  if (entry?.kind === 'file') onDisk(path, () => disk.remove(join(root, path)));
  touched.add(folderOf(path));
  // Git keeps no empty folders, and neither do we: innermost first, up to the first that holds something else.
  for (const folder of [...foldersAbove(path)].reverse()) {
    if (!onDisk(folder, () => disk.removeEmptyFolder(join(root, folder)))) break;
    touched.delete(folder);
    touched.add(folderOf(folder));
  }
}
