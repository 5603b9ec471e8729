import type { GatewayChannel } from '../../../src/api/gateway';
import { textOf } from '../../corpus/case';
import type { ApiClient } from '../client';
import { inParallel } from '../in-parallel';
import { dryRun } from '../record-creates';
import { withServer } from '../with-server';
import { kindOf, routeOf } from './cases';
import type { RouteCase } from './cases';
import { installDefinitions, readDefinitions } from './definitions';

/** What the API server said to a route: nothing, or the fields that it found fault with, each once and sorted. */
export interface RouteVerdict {
  /** The HTTP status. */
  readonly code: number;
  /** @default - it took the route */
  readonly fields?: readonly string[];
}

const resources = { HTTPRoute: 'httproutes', GRPCRoute: 'grpcroutes' } as const;

/** Asks a server of a minor that has the definitions of a channel about every case. */
export async function askAbout(
  cases: readonly RouteCase[],
  minor: string,
  channel: GatewayChannel,
  version?: string,
): Promise<readonly RouteVerdict[]> {
  let verdicts: readonly RouteVerdict[] = [];
  await withServer(minor, async (client) => {
    await installDefinitions(client, readDefinitions(channel, version));
    verdicts = await inParallel(cases, (one) => ask(client, one));
  });
  return verdicts;
}

async function ask(client: ApiClient, one: RouteCase): Promise<RouteVerdict> {
  const path = `/apis/gateway.networking.k8s.io/v1/namespaces/default/${resources[kindOf(one)]}`;
  const { code, body } = await client.send('POST', `${path}${dryRun}`, textOf(routeOf(one)));
  if (code === 201) return { code };
  const { message = '', details } = body as {
    readonly message?: string;
    readonly details?: { readonly causes?: readonly { readonly field?: string }[] };
  };
  const unknown = [...message.matchAll(/unknown field "([^"]*)"/g)].map((match) => match[1]!);
  const named = (details?.causes ?? []).map(({ field }) => field ?? '');
  // Where the object cannot be read, the server says that it has not asked all rules: that names no field.
  const fields = (unknown.length > 0 ? unknown : named).filter((field) => field !== '<nil>');
  return { code, fields: [...new Set(fields)].sort() };
}
