import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { DebugPod, NginxWithBackendPod, Pod, allow } from '../index';

/**
 * Pods: the smallest thing that Kubernetes runs, with one container or with several that share an address and volumes.
 */
export class Pods extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'study' });

    // nginx in front of an echo server, READY 2/2. The image of nginx configures itself from BACKEND_HOST and listens on
    // port 80 as root, so that the standard `restricted` would keep it from starting.
    const echo = new NginxWithBackendPod(this, 'simple-echo', {
      profile: 'privileged',
      nginx: {
        generateConfig: false,
        image: 'gihyodocker/nginx-proxy:latest',
        port: 80,
        env: { BACKEND_HOST: 'localhost:8080' },
      },
      backend: { name: 'echo', image: 'gihyodocker/echo:latest', ports: { echo: 8080 } },
    });
    allow(echo, 'PLM7403', 'the study was written for whatever these images are today');

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
    new Pod(this, 'pod', {
      image: 'busybox:1.36',
      command: ['sh', '-c', 'echo Hello Kubernetes! && sleep 3600'],
    });

    // Two containers: when one ends, it alone is started again.
    const hello = { image: 'busybox:1.36', command: ['sh', '-c', 'echo Hello Kubernetes! && sleep 3600'] };
    new Pod(this, 'pod-double', { ...hello, containerName: 'container-1', sidecars: { 'container-2': hello } });

    // Command, arguments and environment.
    new Pod(this, 'arguments', {
      image: 'busybox:1.36',
      command: ['sh', '-c'],
      args: ['while true; do sleep ${DELAY}; done;'],
      env: { DELAY: 5 },
    });

    // Something to look around with, that goes by itself.
    new DebugPod(this, 'debug');
  }
}
