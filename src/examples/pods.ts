import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { NginxWithBackendPod } from '../index';

/**
 * Pods: the smallest thing that Kubernetes runs, with one container or with several that share an address and volumes.
 */
export class Pods extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'study' });

    // nginx in front of an echo server, READY 2/2. The image of nginx configures itself from BACKEND_HOST and listens on
    // port 80 as root, so that the standard `restricted` would keep it from starting.
    new NginxWithBackendPod(this, 'simple-echo', {
      profile: 'privileged',
      nginx: {
        generateConfig: false,
        image: 'gihyodocker/nginx-proxy:latest',
        port: 80,
        env: { BACKEND_HOST: 'localhost:8080' },
      },
      backend: { name: 'echo', image: 'gihyodocker/echo:latest', ports: { echo: 8080 } },
    });

    // The same pair as we would write it: configuration from routes, nobody is root, nothing can be written but /tmp.
    new NginxWithBackendPod(this, 'echo-behind-nginx', {
      routes: [
        { prefix: '/', proxyTo: 'echo' },
        { exact: '/old', redirect: { to: '/', status: 301 } },
      ],
      nginx: { gzip: true },
      backend: { name: 'echo', image: 'ealen/echo-server:0.9.2', ports: { echo: 8080 }, env: { PORT: 8080 } },
    });

    // One container that says hello and sleeps.
    new k8s.KubePod(this, 'pod', {
      metadata: { name: 'pod', labels: { app: 'myapp' } },
      spec: {
        containers: [
          {
            name: 'myapp-container',
            image: 'busybox:1.36',
            command: ['sh', '-c', 'echo Hello Kubernetes! && sleep 3600'],
          },
        ],
      },
    });

    // Two containers: when one ends, it alone is started again.
    new k8s.KubePod(this, 'pod-double', {
      metadata: { name: 'pod-double', labels: { app: 'myapp' } },
      spec: {
        containers: ['container-1', 'container-2'].map((name) => ({
          name,
          image: 'busybox:1.36',
          command: ['sh', '-c', 'echo Hello Kubernetes! && sleep 3600'],
        })),
      },
    });

    // Command, arguments and environment, to look around in a cluster.
    new k8s.KubePod(this, 'debug', {
      metadata: { name: 'debug' },
      spec: {
        containers: [
          {
            name: 'debug',
            image: 'centos:7',
            command: ['sh', '-c'],
            args: ['while true; do sleep ${DELAY}; done;'],
            env: [{ name: 'DELAY', value: '5' }],
          },
        ],
      },
    });
  }
}
