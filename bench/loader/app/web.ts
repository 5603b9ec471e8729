import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';

export interface WebProps {
  readonly image: string;
  readonly port: number;
  readonly replicas?: number;
}

/** A Deployment and its Service. */
export class Web extends Chart {
  readonly deployment: ApiObject;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: WebProps,
  ) {
    super(scope, id);
    const labels = { 'app.kubernetes.io/name': id };
    const { image, port, replicas = 2 } = this.props;
    const containers = [{ name: id, image, ports: [{ containerPort: port }] }];
    this.deployment = new ApiObject(this, 'deployment', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: id },
      spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
    });
    new ApiObject(this, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: id },
      spec: { selector: labels, ports: [{ port: 80, targetPort: port }] },
    });
  }
}
