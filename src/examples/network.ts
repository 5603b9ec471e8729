import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { HttpRoute, NetworkPolicy, Service, WebDeployment, dns, podsIn } from '../index';

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
    new Service(this, 'web-on-nodes', {
      type: 'NodePort',
      selector: web,
      ports: { http: { port: 8000, targetPort: 'http', nodePort: 30080 } },
    });

    // Another way in, through a Gateway that the platform runs.
    new HttpRoute(this, 'web-route', {
      parentRefs: [{ name: 'public', namespace: 'gateways' }],
      hostnames: ['web.example.org'],
      rules: [{ backendRefs: [web.port('http')] }],
    });

    // Who may talk to whom.
    new NetworkPolicy(this, 'web-traffic', {
      for: web,
      allowFrom: [{ from: [podsIn('ingress-nginx'), podsIn('gateways')], ports: ['http'] }],
      allowTo: [dns()],
    });
  }
}
