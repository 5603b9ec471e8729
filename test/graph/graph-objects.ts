import { layOutWithDagre } from '../../src/cli/graph/dagre';
import { buildGraph } from '../../src/graph/build-graph';
import type { GraphFindings } from '../../src/graph/build-graph';
import { connectionsOf } from '../../src/graph/connections';
import type { Connection } from '../../src/graph/connections';
import type { Graph } from '../../src/graph/graph';
import type { GraphObject } from '../../src/graph/graph-object';
import { layOut } from '../../src/graph/lay-out';
import type { Placement } from '../../src/graph/placement';
import { identityOf } from '../../src/manifest/manifest';
import { readObjects } from '../../src/reading/read-objects';

/** An object as an app makes it. */
export function made(construct: string, object: Readonly<Record<string, unknown>>): GraphObject {
  const [chart] = construct.split('/');
  const locate = (): undefined => undefined;
  return { identity: identityOf(object), object, origin: { chart, construct, locate } };
}

/** The objects of a YAML text. */
export function objectsOf(yaml: string, file?: string): readonly GraphObject[] {
  const { objects, problems } = readObjects({ path: 'test.yaml', text: yaml });
  expect(problems).toEqual([]);
  return objects.map(({ identity, object }) => ({ identity, object: object(), ...(file !== undefined && { file }) }));
}

/** A graph, its connections and where they are drawn. */
export interface LaidOut {
  readonly graph: Graph;
  readonly connections: readonly Connection[];
  readonly placement: Placement;
}

export function laidOut(objects: readonly GraphObject[], findings?: GraphFindings): LaidOut {
  const graph = buildGraph(objects, findings);
  const connections = connectionsOf(graph);
  return { graph, connections, placement: layOut(graph, connections, layOutWithDagre) };
}

/** A web application with a Service, what it reads, and a Secret that somebody else makes. */
export const shop = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: registry.example.com/web:1.0.0
          envFrom:
            - configMapRef: { name: settings }
            - secretRef: { name: database }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { LOG_LEVEL: info }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: Secret
metadata: { name: token, namespace: shop, annotations: { example.com/copy: hidden-copy } }
stringData: { token: hidden-value }
data: { other: aGlkZGVuLXZhbHVl }
`;

/** Deployments of one namespace, each with its ConfigMap. */
export function deployments(count: number): readonly GraphObject[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `web-${index}`;
    const metadata = { name, namespace: `team-${index % 7}` };
    const template = {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'web', envFrom: [{ configMapRef: { name } }] }] },
    };
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template } };
    return [
      made(`chart/app-${index}/Deployment`, deployment),
      made(`chart/app-${index}/ConfigMap`, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: {} }),
    ];
  }).flat();
}
