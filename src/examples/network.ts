import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { WebDeployment } from '../index';

/** Network: names and load balancing inside the cluster, and the ways in. */
export class Network extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'study' });

    // A Service on port 80 before containers on port 8080, reached from outside through an Ingress.
    const web = new WebDeployment(this, 'web', {
      image: 'nginxinc/nginx-unprivileged:1.27-alpine',
      ports: { http: { containerPort: 8080, servicePort: 80 } },
      writablePaths: ['/tmp'],
      replicas: 2,
      ingress: { host: 'web.example.com', ingressClassName: 'nginx', tls: [{ secretName: 'web-example-com' }] },
    });

    // The same Pods under another name and port, on a port of every node.
    new k8s.KubeService(this, 'web-on-nodes', {
      metadata: { name: 'web-on-nodes' },
      spec: {
        type: 'NodePort',
        selector: web.selectorLabels as Record<string, string>,
        ports: [{ name: 'http', port: 8000, targetPort: k8s.IntOrString.fromString('http'), nodePort: 30080 }],
      },
    });
  }
}
