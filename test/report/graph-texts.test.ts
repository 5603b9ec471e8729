import { buildGraph } from '../../src/graph/build-graph';
import { graphDot } from '../../src/report/graph-dot';
import { graphJson } from '../../src/report/graph-json';
import { graphMermaid } from '../../src/report/graph-mermaid';
import { graphSvg } from '../../src/report/graph-svg';
import { deployments, laidOut, made, objectsOf, shop } from '../graph/graph-objects';
import { tagsOf } from '../graph/well-formed';

const problem = {
  code: 'PLM7001',
  severity: 'error',
  message: 'There is no Secret "database".',
  object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' },
} as const;
const graph = buildGraph(objectsOf(shop), { problems: [problem] });

describe('Mermaid', () => {
  test('has a node for each object, a line for each connection, a box for each group', () => {
    expect(graphMermaid(graph)).toMatchInlineSnapshot(`
     {
       "text": "flowchart LR
       subgraph Group_namespace_shop["namespace shop"]
         Deployment_shop_web["Deployment<br/>web<br/>1 error"]:::error
         Service_shop_web["Service<br/>web"]:::network
         ConfigMap_shop_settings["ConfigMap<br/>settings"]:::configuration
         ServiceAccount_shop_web["ServiceAccount<br/>web"]:::identity
         Secret_shop_token["Secret<br/>token"]:::configuration
         Outside_Secret_shop_database(["Secret, not in this set<br/>database"]):::outside
       end
       Deployment_shop_web -->|"reads env from"| ConfigMap_shop_settings
       Deployment_shop_web -.->|"reads env from"| Outside_Secret_shop_database
       Deployment_shop_web -->|"runs as"| ServiceAccount_shop_web
       Service_shop_web -->|"selects"| Deployment_shop_web
       classDef network fill:#e2f3ef,stroke:#117a63,color:#0d2b24
       classDef configuration fill:#fbf1dc,stroke:#96690c,color:#33260a
       classDef identity fill:#fbe9f1,stroke:#b03a75,color:#3d1629
       classDef outside fill:#ffffff,stroke:#70706a,color:#262624,stroke-dasharray:4 3
       classDef error fill:#fde7e6,stroke:#c4281f,color:#4a0f0b,stroke-width:3px
     ",
     }
    `);
  });

  test('of more than GitHub draws has groups, and says what it leaves out', () => {
    const { leftOut, text } = graphMermaid(buildGraph(deployments(700)));
    expect(leftOut).toMatchInlineSnapshot(
      `"GitHub draws at most 500 lines and 50000 characters: 1400 objects, 700 references are drawn as groups; 171 groups with 342 objects are left out."`,
    );
    expect(text.length).toBeLessThanOrEqual(50_000);
    expect(text.match(/-->/g) ?? []).toHaveLength(0);
    expect(text).toContain('Left_out["GitHub draws');
  });

  test('counts the groups and lines for which there is no room', () => {
    const objects = Array.from({ length: 3000 }, (_, index) => {
      const metadata = { name: `a-rather-long-name-${index}`, namespace: `team-${index}` };
      return [
        made(`chart/app-${index}/a`, { apiVersion: 'v1', kind: 'ConfigMap', metadata }),
        made(`chart/app-${index}/b`, { apiVersion: 'v1', kind: 'Secret', metadata }),
      ];
    }).flat();
    const { leftOut, text } = graphMermaid(buildGraph(objects));
    expect(text.length).toBeLessThanOrEqual(50_000);
    const drawn = text.match(/^ {2}Group/gm)?.length ?? 0;
    expect(leftOut).toContain(`${3000 - drawn} groups with ${2 * (3000 - drawn)} objects are left out`);
  });
});

test('DOT has a cluster for each group, and quotes every text', () => {
  expect(graphDot(graph)).toMatchInlineSnapshot(`
   "digraph objects {
     graph [rankdir=LR, compound=true, fontname="Helvetica", fontsize=12, style="rounded,filled", bgcolor="#ffffff"];
     node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Helvetica", fontsize=11];
     edge [fontname="Helvetica", fontsize=9, color="#7b8794", fontcolor="#4f5b66", arrowsize=0.7];
     label="5 objects, 4 references, 1 not in this set, 1 error";
     subgraph cluster_Group_namespace_shop {
       label="namespace shop"; color="#c5ccd3"; fillcolor="#f6f7f9";
       Deployment_shop_web [label="Deployment\\nweb\\nerror PLM7001", color="#c4281f", penwidth=2];
       Service_shop_web [label="Service\\nweb", color="#117a63"];
       ConfigMap_shop_settings [label="ConfigMap\\nsettings", color="#8a5f06"];
       ServiceAccount_shop_web [label="ServiceAccount\\nweb", color="#b03a75"];
       Secret_shop_token [label="Secret\\ntoken", color="#8a5f06"];
       Outside_Secret_shop_database [label="Secret, not in this set\\ndatabase", color="#8a5f06", style="rounded,dashed"];
     }
     Deployment_shop_web -> ConfigMap_shop_settings [label="reads env from"];
     Deployment_shop_web -> Outside_Secret_shop_database [label="reads env from", style=dashed];
     Deployment_shop_web -> ServiceAccount_shop_web [label="runs as"];
     Service_shop_web -> Deployment_shop_web [label="selects"];
   }
   "
  `);
});

test('JSON has all of it, by names', () => {
  const parsed = JSON.parse(graphJson(graph, '/project')) as Record<string, readonly Record<string, unknown>[]>;
  expect(Object.keys(parsed)).toEqual(['command', 'ok', 'groups', 'nodes', 'edges', 'problems']);
  expect(parsed.nodes[0]).toMatchObject({
    id: 'Deployment_shop_web',
    is: 'object',
    kind: 'Deployment',
    group: 'Group_namespace_shop',
  });
  expect(parsed.nodes[0].problems).toMatchObject([{ code: 'PLM7001', severity: 'error' }]);
  expect(parsed.edges[0]).toEqual({
    from: 'Deployment_shop_web',
    to: 'ConfigMap_shop_settings',
    kind: 'reads env from',
    fields: ['spec.template.spec.containers[0].envFrom[0].configMapRef.name'],
    isOptional: false,
  });
});

describe('SVG', () => {
  const { connections, placement } = laidOut(objectsOf(shop), { problems: [problem] });
  const svg = graphSvg(graph, connections, placement);

  test('is well-formed, and stands alone', () => {
    const tags = tagsOf(svg);
    expect(tags.slice(0, 4)).toEqual(['svg', 'title', 'desc', 'style']);
    expect(tags.filter((tag) => tag === 'path')).toHaveLength(1 + connections.length);
    expect(svg).not.toMatch(/<script|<image|<use|@import|url\(http/);
  });

  test('says in words what it shows', () => {
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toMatchInlineSnapshot(
      `"5 objects, 4 references, 1 not in this set, 1 error. Deployment web, in shop, 1 error; Service web, in shop; ConfigMap settings, in shop; ServiceAccount web, in shop; Secret token, in shop; Secret database, not in this set, in shop."`,
    );
  });

  test('of many lines has no labels on them', () => {
    const many = laidOut(deployments(200));
    expect(graphSvg(many.graph, many.connections, many.placement)).not.toContain('class="label"');
    expect(svg).toContain('class="label"');
  });
});

test.each([
  ['Mermaid', graphMermaid(graph).text],
  ['DOT', graphDot(graph)],
  ['JSON', graphJson(graph, '/')],
])('%s has nothing of what a Secret holds', (_, text) => {
  expect(text).not.toMatch(/hidden|aGlkZGVu/);
});
