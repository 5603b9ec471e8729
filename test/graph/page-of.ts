import { createHash } from 'node:crypto';
import type { LaidOut } from './graph-objects';
import { graphPage } from '../../src/report/graph-page';
import { pageData } from '../../src/report/graph-page-data';
import { countGraph } from '../../src/report/graph-words';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The page as the command makes it. */
export function pageOf({ connections, graph, placement }: LaidOut, title = 'shop'): string {
  return graphPage(pageData(graph, connections, placement, '/project'), {
    title,
    counts: countGraph(graph),
    digest: sha256,
  });
}
