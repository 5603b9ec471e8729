import type { Remedy } from './remedy';

/** What to do where an update is refused. */
export const updateRemedies: readonly Remedy[] = [
  {
    message: /immutable/,
    field: /^spec\.selector/,
    fix:
      'Leave the selector as it was, or give the object a new name and remove the old one once the new one runs. ' +
      'Deleting and recreating it under the same name stops all its Pods.',
  },
  {
    message: /updates to statefulset spec/,
    fix:
      'Leave these fields as they were, or delete the StatefulSet with `kubectl delete --cascade=orphan`, ' +
      'so that its Pods and claims stay, before the new one is applied.',
  },
  {
    message: /immutable/,
    kind: /^Job$/,
    fix: 'Give the Job a new name (with a version or a hash of its template in it), or delete the old Job first: a Job runs once, as it was made.',
  },
  {
    message: /immutable/,
    field: /volumeClaimTemplates|^spec$/,
    kind: /^PersistentVolumeClaim$/,
    fix: 'Leave the claim as it was: only its size may grow. Otherwise make a claim of another name and copy the data.',
  },
  {
    message: /can not be less than (?:previous value|status\.capacity)/,
    kind: /^PersistentVolumeClaim$/,
    fix: 'A volume cannot shrink: ask for at least what it has, or make a smaller claim of another name and copy the data.',
  },
  {
    message: /immutable/,
    kind: /^PersistentVolume$/,
    fix: 'Leave the source of the volume as it was, or make a PersistentVolume of another name.',
  },
  {
    message: /cannot change roleRef/,
    fix: 'Give the binding a new name, or delete the old one before the new one is applied.',
  },
  {
    message: /when `immutable` is set/,
    fix: 'Give the object a new name (with a hash of its content in it) and refer to that: `immutable` is for ever.',
  },
  {
    message: /immutable/,
    field: /^type$/,
    kind: /^Secret$/,
    fix: 'Give the Secret a new name, or delete the old one before the new one is applied.',
  },
  {
    message: /immutable|may not (?:change|be changed)/,
    kind: /^Service$/,
    fix: 'Leave the field as it was, or delete the Service before the new one is applied; clients lose it in between.',
  },
  {
    message: /updates to parameters are forbidden|updates to provisioner are forbidden|immutable/,
    kind: /^StorageClass$/,
    fix: 'Make a StorageClass of another name: volumes keep the one that they were made with.',
  },
  {
    message: /pod updates may not change fields/,
    fix: 'Delete the Pod before the new one is applied, or let a Deployment look after it: that replaces Pods by itself.',
  },
  {
    message: /immutable/,
    fix: 'Leave the field as it was, give the object a new name, or delete the old object before the new one is applied.',
  },
];
