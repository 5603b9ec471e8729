import type { Manifest } from '../manifest/manifest';
import type { Problem } from '../problems/problem';

/** A rule over all that an app prints. It is a function of its input alone and never throws. */
export type Check = (manifests: readonly Manifest[]) => readonly Problem[];
