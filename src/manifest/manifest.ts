import type { ObjectIdentity, SourcePosition } from '../problems/problem';

/** A Kubernetes object as plain data. */
export type KubernetesObject = Readonly<Record<string, unknown>>;

/** Which construct made an object, and where the user's code made that construct. */
export interface Origin {
  /** Path of the construct, such as `web/Deployment`. */
  readonly construct: string;
  /** Path of the chart it belongs to. */
  readonly chart: string;
  /** Finds the place in the user's code; only then are stacks read and source maps opened. */
  readonly locate: () => SourcePosition | undefined;
}

/** One object that will be printed: what it is, and where it comes from. They travel together to the last message. */
export interface Manifest {
  /** The object, with its fields in the order in which they are printed; undefined where a construct printed nothing. */
  readonly object: KubernetesObject | undefined;
  /** Which object it is. */
  readonly identity: ObjectIdentity;
  /** What made it. */
  readonly origin: Origin;
}

/** Reads the identity of an object. What is missing is left empty: whether it may be is for the checks to say. */
export function identityOf(object: KubernetesObject | undefined): ObjectIdentity {
  const metadata = record(object?.metadata);
  const namespace = text(metadata.namespace);
  return {
    apiVersion: text(object?.apiVersion),
    kind: text(object?.kind),
    ...(namespace ? { namespace } : {}),
    name: text(metadata.name),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
