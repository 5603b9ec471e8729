/** Types of cdk8s-plus-27, without loading it: what we accept from it is told by its shape. */
export type * as kplus from 'cdk8s-plus-27';
