import type { ChartManifests } from '../manifest/synthesize';

/** The name of the file that cdk8s-cli reads to tell which construct made an object. */
export const constructMetadataFile = 'construct-metadata.json';

/** Which construct made which object, by name, in the format of cdk8s. Where names are equal, the last one stays. */
export function describeConstructs(charts: readonly ChartManifests[]): string {
  const resources: Record<string, { readonly path: string }> = {};
  for (const { manifests } of charts) {
    for (const { identity, origin } of manifests) resources[identity.name] = { path: origin.construct };
  }
  return JSON.stringify({ version: '1.0.0', resources });
}
