import type { ProblemText } from './catalogue';

/** Codes 5xxx: what the API server would say. */
export const apiServerProblems = {
  PLM5001: {
    severity: 'error',
    title: 'the API server would refuse the object',
    why: "Kubernetes' own validation says so: nothing that is applied would reach the cluster.",
    fix: 'Change the field as the message says.',
  },
  PLM5002: {
    severity: 'error',
    title: 'the API server would refuse the update',
    why: 'The object is there already, and what would change in it may not change.',
    fix: 'Leave the field as it was, give the object a new name, or delete the object in the cluster before the new one is applied.',
  },
  PLM5003: {
    severity: 'warning',
    title: 'the API server would warn',
    why: 'It takes the object, and says what is wrong or about to change with it.',
    fix: 'Follow the message.',
  },
  PLM5004: {
    severity: 'error',
    title: 'the API server would drop a field without a word',
    why: 'The field belongs to a feature that is not switched on, so the cluster would hold something else than the manifest says.',
    fix: 'Remove the field, or choose a Kubernetes version that has the feature.',
  },
  PLM5005: {
    severity: 'error',
    title: 'the object would be accepted and would not work',
    why: 'The API server does not look into it at first; what a controller makes of it is refused later, and nobody is told.',
    fix: 'Change the field as the message says.',
  },
  PLM5006: {
    severity: 'warning',
    title: 'the object would be accepted and may fail later',
    why: 'Another way of applying it, or a later step of it, is stricter than the first.',
    fix: 'Change the field as the message says.',
  },
  PLM5007: {
    severity: 'warning',
    title: 'objects were not judged',
    why: 'Their kinds are defined elsewhere, so whether the API server takes them is not known here.',
    fix: 'Check them against a cluster: `kubectl apply --dry-run=server` asks it without changing anything.',
  },
  PLM5008: {
    severity: 'error',
    title: 'the engine failed on an object',
    why: 'An object that could not be judged is not called valid.',
    fix: 'Look for something unusual in the object, such as its size; `--no-judge` (or `judge: false` of the App) does without.',
  },
  PLM5009: {
    severity: 'warning',
    title: 'the engine is not there',
    why: "Without it nobody knows what the API server would say: objects are written without Kubernetes' own validation.",
    fix: 'Build it with `npm run build:engine`, which needs Go, or install the package anew.',
  },
  PLM5010: {
    severity: 'warning',
    title: 'updates were not judged',
    why: 'The output folder was emptied before the app ran, and what was committed of it cannot be read, so that what may not change is not known.',
    fix: 'Use `plimsoll synth`, which compares before it writes, or commit the output folder and let Git read the repository here.',
  },
  PLM5201: {
    severity: 'error',
    title: 'a field is newer than the target',
    why: 'The API server of that minor refuses the field, or drops it without a word since its feature is not switched on there.',
    fix: 'Remove the field, or choose a Kubernetes version that has it.',
  },
  PLM5202: {
    severity: 'error',
    title: 'the target does not serve an API version',
    why: 'The API server of that minor does not know the kind in this version: nothing that is applied would reach the cluster.',
    fix: 'Write a version that the target serves, or choose a Kubernetes version that serves this one.',
  },
  PLM5203: {
    severity: 'error',
    title: 'the target is not known',
    why: 'Objects cannot be judged for a minor of Kubernetes that nothing is known of.',
    fix: 'Choose one of the minors that the message names.',
  },
} as const satisfies Record<string, ProblemText>;
