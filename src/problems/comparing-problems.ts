import type { ProblemText } from './catalogue';

/** Codes 302x: the output folder as it is, compared with what belongs into it. */
export const comparingProblems = {
  PLM3020: {
    severity: 'error',
    title: 'an output file is missing',
    why: 'The app makes it, and whoever applies the output folder does not get it.',
    fix: 'Run `plimsoll synth`, and commit what it writes.',
  },
  PLM3021: {
    severity: 'error',
    title: 'an output file is stale',
    why: 'The app makes something else by now: what is applied is not what the code says.',
    fix: 'Run `plimsoll synth`, and commit what it writes.',
  },
  PLM3022: {
    severity: 'error',
    title: 'an output file is not made any more',
    why: 'A controller that reads the folder keeps applying it.',
    fix: 'Run `plimsoll synth`, which deletes it, and commit that.',
  },
  PLM3023: {
    severity: 'error',
    title: 'an output file has marks of a merge',
    why: 'A merge in Git was not resolved: the file can be neither read nor applied.',
    fix: 'Resolve the conflict in the code, then run `plimsoll synth --force` and commit what it writes.',
  },
  PLM3024: {
    severity: 'warning',
    title: 'a manifest in the output folder comes from elsewhere',
    why: 'A controller that reads the folder applies it, and nobody checks it with the app.',
    fix: 'Move it to a folder of its own, or make its objects in the app.',
  },
  PLM3025: {
    severity: 'error',
    title: 'a write was interrupted',
    why: 'Some files may be new and some old.',
    fix: 'Run `plimsoll synth`: it completes the write, or undoes it.',
  },
} as const satisfies Record<string, ProblemText>;

/** Codes 53xx: a real cluster, asked what it says. */
export const clusterProblems = {
  PLM5301: {
    severity: 'error',
    title: 'the cluster refuses what is allowed here',
    why: 'Only a cluster knows its webhooks, quotas, policies, custom resources and what is in it already.',
    fix: 'Change the object as the cluster says, or the cluster.',
  },
  PLM5302: {
    severity: 'warning',
    title: 'the cluster takes what is refused here',
    why: 'The cluster may have another version than the one that is judged for, or other feature gates.',
    fix: 'Compare `--kubernetes` with `kubectl version`. Where they agree, this is a fault of Plimsoll: please report it.',
  },
  PLM5303: {
    severity: 'warning',
    title: 'the cluster cannot say anything about an object yet',
    why: 'What the object needs is not in the cluster yet, such as its namespace, its service account or the definition of its kind, or you may not ask about it.',
    fix: 'Apply what it needs first, and ask again.',
  },
  PLM5304: {
    severity: 'error',
    title: 'the cluster cannot be asked',
    why: 'Without an answer it is not known whether the cluster agrees.',
    fix: 'Try `kubectl version` with the same context: it must be able to reach the cluster.',
  },
} as const satisfies Record<string, ProblemText>;
