import { apiServerProblems } from './api-server-problems';
import { clusterProblems, comparingProblems } from './comparing-problems';
import { crossObjectProblems } from './cross-object-problems';
import { readingProblems } from './reading-problems';
import type { Severity } from './problem';

/** What a problem code means, whatever the object at hand. */
export interface ProblemText {
  /** How severe problems of this code are unless said otherwise. */
  readonly severity: Severity;
  /** A few words that name the problem. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it in general. */
  readonly fix: string;
}

/**
 * Every code there is, in the order of the pipeline: 1xxx the construct tree, 2xxx the objects it makes,
 * 3xxx the output folder, 4xxx the project and its command, 5xxx what the API server would say, 6xxx files that are checked,
 * 7xxx what objects have to do with each other.
 */
export const problemCatalogue = {
  PLM1001: {
    severity: 'error',
    title: 'a construct is not valid',
    why: 'A validation that was attached to the construct failed.',
    fix: 'Follow the message: it comes from the construct itself.',
  },
  PLM1002: {
    severity: 'error',
    title: 'dependencies form a cycle',
    why: 'Objects that wait for each other cannot be put in order.',
    fix: 'Remove one of the dependencies that the message names.',
  },
  PLM1003: {
    severity: 'error',
    title: 'a dependency leads out of the charts',
    why: 'Only charts and what is in them are printed, so only they can be put in order.',
    fix: 'Add the dependency between charts, or between constructs inside charts.',
  },
  PLM1004: {
    severity: 'error',
    title: 'an object cannot be rendered',
    why: 'A value in it is not plain data, or a lazy value or patch of it failed.',
    fix: 'Look at what the named construct was given: maps, lists, text, numbers, booleans and lazy values are allowed.',
  },
  PLM1005: {
    severity: 'error',
    title: 'a prop of a construct is not valid',
    why: 'No valid object could be made of it.',
    fix: 'Give the prop one of the values that the message allows.',
  },
  PLM2001: {
    severity: 'error',
    title: 'an object is defined twice',
    why: 'A cluster keeps one object of a kind, name and namespace: the definition applied last replaces the other.',
    fix: 'Give one of the two another name or namespace, or remove it.',
  },
  PLM2002: {
    severity: 'error',
    title: 'two outputs have the same file name',
    why: 'One of them would overwrite the other and its objects would be lost.',
    fix: 'Rename one of the two objects or charts, or choose a YamlOutputType that keeps them apart.',
  },
  PLM2003: {
    severity: 'error',
    title: 'a finding is allowed that is not there',
    why: 'The reason outlived what it was given for: it would hide the same finding if it came back.',
    fix: 'Remove the call of `allow()`.',
  },
  PLM3001: {
    severity: 'error',
    title: 'a file name is not safe',
    why: 'The file would lie outside the output folder, or could not exist on another system.',
    fix: 'Give the chart (or the object, with one file for each) another name.',
  },
  PLM3002: {
    severity: 'error',
    title: 'two files have one name',
    why: 'One would overwrite the other, on this system or where case and accents do not count in file names.',
    fix: 'Rename one of the charts or objects that the message names.',
  },
  PLM3003: {
    severity: 'error',
    title: 'a file that Plimsoll did not write is in the way',
    why: 'Whoever made the file may still need it.',
    fix: 'Move the file away, or overwrite it with `--force`.',
  },
  PLM3004: {
    severity: 'error',
    title: 'a file was changed by hand',
    why: 'What was changed would be lost: the next synth writes the file from the code.',
    fix: 'Put the change into the code, or drop it with `--force`.',
  },
  PLM3005: {
    severity: 'error',
    title: 'the record of the output folder is damaged',
    why: 'Without it nobody knows which files may be overwritten or deleted.',
    fix: 'Restore `.plimsoll` from Git, or do without it with `--force`: then nothing is deleted.',
  },
  PLM3006: {
    severity: 'error',
    title: 'a symbolic link is in the way',
    why: 'Writing or deleting through a link could reach files outside the output folder.',
    fix: 'Replace the link by a plain folder or file.',
  },
  PLM3007: {
    severity: 'error',
    title: 'something else is where a file should be',
    why: 'A folder, a file or a device has the name that is needed, and it was not made by Plimsoll.',
    fix: 'Move it away, or rename the chart.',
  },
  PLM3008: {
    severity: 'error',
    title: 'the output path is not a folder',
    why: 'The files need a folder to be in.',
    fix: 'Move the file away, or choose another output folder.',
  },
  PLM3009: {
    severity: 'error',
    title: 'another process writes to the output folder',
    why: 'Two writers at once would mix their files.',
    fix: 'Wait until the other process has ended, and run again.',
  },
  PLM3010: {
    severity: 'error',
    title: 'the output folder cannot be written to',
    why: 'The operating system does not allow it.',
    fix: 'Change the permissions or the owner of the folder, or choose another one.',
  },
  PLM3011: {
    severity: 'error',
    title: 'the disk is full',
    why: 'The files do not fit.',
    fix: 'Free some space, and run again.',
  },
  PLM3012: {
    severity: 'error',
    title: 'the operating system refused',
    why: 'A file or folder could not be read or written.',
    fix: 'Follow the code of the operating system in the message, and run again.',
  },
  PLM3013: {
    severity: 'error',
    title: 'a write could not be finished',
    why: 'Some files are new and some are old until it is.',
    fix: 'Remove the cause that the message names, and run again: that completes the write.',
  },
  PLM3014: {
    severity: 'error',
    title: 'the note of an unfinished write is damaged',
    why: 'It says which renames complete the write, and it cannot be followed any more.',
    fix: 'Drop the unfinished write with `--force`.',
  },
  PLM3015: {
    severity: 'warning',
    title: 'a file may be stale',
    why: 'The file may be one that is no longer made; a controller that reads the folder applies it all the same.',
    fix: 'Delete the file by hand if nobody needs it.',
  },
  PLM3016: {
    severity: 'error',
    title: 'the output folder changed during the write',
    why: 'Something else writes to the folder, so that what was checked is not what is there.',
    fix: 'End whatever else writes to the folder, and run again.',
  },
  PLM4001: {
    severity: 'error',
    title: 'no app to run',
    why: 'Without knowing how the app is started there is nothing to synthesize.',
    fix: 'Write `app: npx tsx src/main.ts` (or whatever starts yours) into cdk8s.yaml, or pass it with `--app`.',
  },
  PLM4002: {
    severity: 'error',
    title: 'cdk8s.yaml cannot be read',
    why: 'It says how the app is started and where its output belongs.',
    fix: 'Correct the line that the message names.',
  },
  PLM4003: {
    severity: 'error',
    title: 'a setting in cdk8s.yaml is not valid',
    why: 'A setting that is read in another way than it was meant is worse than none.',
    fix: 'Correct the value; the message says what is allowed.',
  },
  PLM4004: {
    severity: 'warning',
    title: 'a key in cdk8s.yaml is unknown',
    why: 'It has no effect.',
    fix: 'Correct its name, or remove it.',
  },
  PLM4010: {
    severity: 'error',
    title: 'the app failed',
    why: 'An app that fails half-way has not said all it wanted to say.',
    fix: 'Correct the code that the message points at.',
  },
  PLM4011: {
    severity: 'error',
    title: 'the app ended with an error code',
    why: 'An exit code other than 0 says that something went wrong in it.',
    fix: 'Read what the app printed above.',
  },
  PLM4012: {
    severity: 'error',
    title: 'a module is missing',
    why: 'The app imports something that is not there.',
    fix: 'Install the package, or correct the path.',
  },
  PLM4013: {
    severity: 'error',
    title: 'a source file does not parse',
    why: 'It is neither TypeScript nor JavaScript.',
    fix: 'Correct the line that the message names.',
  },
  PLM4014: {
    severity: 'error',
    title: 'the app synthesized nothing',
    why: 'Nothing is written without being told so: empty output would delete what was there.',
    fix: 'Call `app.synth()` at the end of the app.',
  },
  PLM4015: {
    severity: 'error',
    title: 'the app never finished',
    why: 'It waits for a promise that nothing is left to settle.',
    fix: 'Look for a promise that is neither resolved nor rejected, before `app.synth()`.',
  },
  PLM4016: {
    severity: 'error',
    title: 'the app could not be started',
    why: 'The command of `app:` is not there or cannot be run.',
    fix: 'Correct `app:` in cdk8s.yaml, or install what it needs.',
  },
  PLM4017: {
    severity: 'error',
    title: 'the app writes elsewhere',
    why: 'Files outside the output folder are neither checked nor pruned.',
    fix: 'Leave `outdir` out of the App, or set `output:` in cdk8s.yaml to a folder that holds it.',
  },
  PLM4018: {
    severity: 'error',
    title: 'two apps write one file',
    why: 'One of them would overwrite the other and its objects would be lost.',
    fix: 'Give the charts different names, or each App an `outdir` of its own inside the output folder.',
  },
  PLM4020: {
    severity: 'error',
    title: 'a type error',
    why: 'Code that does not type-check may write something else than it says.',
    fix: 'Correct it; `--no-typecheck` synthesizes without checking types.',
  },
  PLM4021: {
    severity: 'error',
    title: 'types could not be checked',
    why: 'The compiler itself failed, so nobody knows whether the types are right.',
    fix: 'Run the compiler by hand to see why; `--no-typecheck` synthesizes without it.',
  },
  PLM4030: {
    severity: 'error',
    title: 'a validation plugin found a violation',
    why: 'The plugin is listed under `validations` in cdk8s.yaml.',
    fix: 'Follow the recommendation of the plugin.',
  },
  PLM4031: {
    severity: 'error',
    title: 'a validation plugin cannot be used',
    why: 'What `validations` lists in cdk8s.yaml must be checked before anything is written.',
    fix: 'Install the plugin, or correct its entry in cdk8s.yaml.',
  },
  ...comparingProblems,
  ...apiServerProblems,
  ...clusterProblems,
  ...readingProblems,
  ...crossObjectProblems,
} as const satisfies Record<string, ProblemText>;

/** The code of a problem, such as `PLM1001`. */
export type ProblemCode = keyof typeof problemCatalogue;
