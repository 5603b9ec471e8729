import { ApiObject, Chart } from 'cdk8s';
import { Node } from 'constructs';
import type { IConstruct } from 'constructs';
import { locateFrame } from './stack-frames';
import { inheritsOrigin, recordsOrigin } from '../problems/origin-marks';
import type { SourcePosition } from '../problems/problem';

/** Holds the stack at which a construct was made. Its `stack` is formatted when it is first read, not before. */
interface Creation {
  readonly stack?: string;
}

/** Where `Node.prototype` keeps the record, so that every copy of this library in the process finds it. */
const record = Symbol.for('cdk8s-plimsoll.origins');

/** What of a construct's node matters here. */
interface RecordingNode {
  addChild(child: IConstruct, id: string): void;
  [record]?: WeakMap<IConstruct, Creation>;
}

/** Enough to get from a constructor through the layers of libraries to the user's code; each more costs time and memory. */
const framesKept = 12;

/**
 * From now on remembers where each API object and chart is made. Idempotent. It costs some microseconds an object: the
 * stack is captured as it is, and formatted and mapped through source maps only when somebody asks.
 *
 * `constructs` has no hook for this, so the one method through which every construct enters a tree is wrapped.
 */
export function recordOrigins(): void {
  const node = Node.prototype as unknown as RecordingNode;
  if (node[record]) return;
  const creations = new WeakMap<IConstruct, Creation>();
  Object.defineProperty(node, record, { value: creations });
  const addChild = node.addChild;
  node.addChild = function addChildWithOrigin(this: RecordingNode, child: IConstruct, id: string): void {
    if (isRecorded(child)) {
      const creation: Creation = {};
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = framesKept;
      // Leaves out the frames down to the constructor's own: they say nothing.
      Error.captureStackTrace(creation, child.constructor);
      Error.stackTraceLimit = limit;
      creations.set(child, creation);
    }
    addChild.call(this, child, id);
  };
}

/** Charts and API objects are recorded, and the constructs that stand in for their objects. */
function isRecorded(child: IConstruct): boolean {
  if (recordsOrigin in child) return true;
  return !(inheritsOrigin in child) && (isMadeFrom(ApiObject, child) || isMadeFrom(Chart, child));
}

/** `instanceof` proper: the one of cdk8s looks for a mark that is set only when the constructor is done. */
function isMadeFrom(type: { readonly prototype: object }, child: object): boolean {
  return Object.prototype.isPrototypeOf.call(type.prototype, child);
}

/**
 * Where the user's code made a construct: the file, line and column, through source maps, of the innermost call that is in
 * neither a library nor Node. For a construct without a record of its own, where the closest construct above it was made.
 *
 * @returns undefined when origins were not recorded when the construct was made
 */
export function originOf(construct: IConstruct): SourcePosition | undefined {
  for (let scope: IConstruct | undefined = construct; scope; scope = scope.node.scope) {
    const creation = (scope.node as unknown as RecordingNode)[record]?.get(scope);
    const position = creation?.stack ? locateFrame(creation.stack) : undefined;
    if (position) return position;
  }
  return undefined;
}
