import type { Links } from '../links/links';
import type { Manifest } from '../manifest/manifest';
import { problemCatalogue } from '../problems/catalogue';
import type { ProblemCode } from '../problems/catalogue';
import type { Problem, Severity } from '../problems/problem';
import type { CustomResources } from './custom-resources';
import type { Outside } from './outside-objects';
import type { UnreadTexts } from './unread-texts';

/** What a check across objects looks at. */
export interface CrossCheckContext {
  /** The objects; links name them by their place in this list. */
  readonly manifests: readonly Manifest[];
  readonly links: Links;
  readonly outside: Outside;
  readonly custom: CustomResources;
  readonly unread: UnreadTexts;
  /** Whether the objects are all of an application; else what is missing may be in a file that is not at hand. */
  readonly isWhole: boolean;
  /** Where a field of an object was written. */
  readonly locate: Locate;
}

/** Where a field of an object was written: the construct and the place in the source, as far as they are known. */
export type Locate = (manifest: Manifest, field: string) => Pick<Problem, 'construct' | 'source'>;

/** A rule over all objects and the links between them. It is a function of its input alone and never throws. */
export type CrossCheck = (context: CrossCheckContext) => readonly Problem[];

/** What a check found at a field of an object. */
export interface Finding {
  readonly code: ProblemCode;
  /** The object, as an index into the manifests. */
  readonly node: number;
  /** Empty for the whole object. */
  readonly field: string;
  /** Whole sentences. */
  readonly message: string;
  /** @default - that of the code */
  readonly fix?: string;
  /** @default - that of the code */
  readonly severity?: Severity;
}

/** Makes a problem of a finding. */
export function problemOf({ locate, manifests }: CrossCheckContext, finding: Finding): Problem {
  const { code, field, fix, message, node, severity = problemCatalogue[code].severity } = finding;
  const manifest = manifests[node];
  return {
    code,
    severity,
    message,
    object: manifest.identity,
    ...(field !== '' && { field }),
    ...(fix !== undefined && { fix }),
    ...locate(manifest, field),
  };
}

/** An object as a message names it: `Deployment web`, or `Deployment web in namespace shop`. */
export function nameOf({ links, manifests }: CrossCheckContext, node: number, beside?: number): string {
  const { kind, name } = manifests[node].identity;
  const namespace = links.namespaces[node];
  const isElsewhere = namespace !== '' && beside !== undefined && links.namespaces[beside] !== namespace;
  return `${kind} ${name}${isElsewhere ? ` in namespace ${namespace}` : ''}`;
}

/** Whether two objects are one to a cluster, or copies of one for several clusters. */
export function isSameObject({ manifests }: CrossCheckContext, one: number, other: number): boolean {
  const [left, right] = [manifests[one], manifests[other]];
  if (left.identity.kind !== right.identity.kind || left.identity.name !== right.identity.name) return false;
  return left.identity.namespace === right.identity.namespace || left.origin.chart !== right.origin.chart;
}
