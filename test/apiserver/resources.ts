import type { Tree } from '../corpus/case';
import type { ApiClient } from './client';

interface Resource {
  readonly name: string;
  readonly namespaced: boolean;
}

/** The resources of a server: where an object of a kind is sent to. */
export class Resources {
  private readonly known = new Map<string, Resource>();

  /** Asks the server what it serves. */
  public static async of(client: ApiClient): Promise<Resources> {
    const resources = new Resources();
    const groups = (await client.send('GET', '/apis')).body.groups as readonly {
      readonly versions: readonly { readonly groupVersion: string }[];
    }[];
    for (const apiVersion of [
      'v1',
      ...groups.flatMap((group) => group.versions.map((version) => version.groupVersion)),
    ]) {
      const list = (await client.send('GET', root(apiVersion))).body.resources as readonly (Resource & {
        readonly kind: string;
      })[];
      for (const resource of list) {
        if (!resource.name.includes('/')) resources.known.set(`${apiVersion} ${resource.kind}`, resource);
      }
    }
    return resources;
  }

  /** The path of a collection, without a query; nothing where the server does not serve it. */
  public path(apiVersion: string, kind: string, namespace: string): string | undefined {
    const resource = this.known.get(`${apiVersion} ${kind}`);
    if (resource === undefined) return undefined;
    return `${root(apiVersion)}${resource.namespaced ? `/namespaces/${namespace}` : ''}/${resource.name}`;
  }
}

function root(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** The version and the kind of a base object. */
export function typeOf(object: Tree): { readonly apiVersion: string; readonly kind: string } {
  return { apiVersion: String(object.apiVersion), kind: String(object.kind) };
}
