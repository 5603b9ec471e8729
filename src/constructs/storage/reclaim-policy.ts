/**
 * What becomes of a volume when its claim is deleted: it is kept with its data, deleted, or emptied for the next claim
 * (`Recycle` is deprecated, and only for NFS and host paths).
 */
export type ReclaimPolicy = 'Retain' | 'Delete' | 'Recycle';

/** Every policy. */
export const reclaimPolicies: readonly ReclaimPolicy[] = ['Retain', 'Delete', 'Recycle'];
