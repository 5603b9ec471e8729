import { ApiObject, Chart } from 'cdk8s';
import type { App } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** A construct and where it stands in the tree. */
export interface TreeNode {
  readonly construct: IConstruct;
  readonly parent: TreeNode | undefined;
  /** The closest chart at or above the construct; none above the charts. */
  readonly chart: Chart | undefined;
  readonly isChart: boolean;
  readonly isApiObject: boolean;
}

/** Every construct of the app, each parent before its children: read once, so that nothing walks up the tree again. */
export function readTree(app: App): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  const pending: TreeNode[] = [describe(app, undefined)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    const children = node.construct.node.children;
    for (let index = children.length - 1; index >= 0; index--) {
      pending.push(describe(children[index], node));
    }
  }
  return nodes;
}

function describe(construct: IConstruct, parent: TreeNode | undefined): TreeNode {
  const isChart = Chart.isChart(construct);
  return {
    construct,
    parent,
    isChart,
    isApiObject: !isChart && ApiObject.isApiObject(construct),
    chart: isChart ? (construct as Chart) : parent?.chart,
  };
}
