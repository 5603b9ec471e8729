import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputOf } from './tools';

/** What kubectl-validate has against a file, as texts. */
export function kubectlValidate(tool: string, file: string): readonly string[] {
  const output = outputOf(tool, [file, '--version', '1.27', '-o', 'json']);
  const byFile = JSON.parse(output.slice(output.indexOf('{'))) as Record<
    string,
    { status: string; message?: string }[]
  >;
  return Object.values(byFile)
    .flat()
    .filter(({ status }) => status !== 'Success')
    .map(({ message = '' }) => message);
}

interface ConformReport {
  readonly resources?: readonly { readonly name: string; readonly status: string; readonly msg: string }[];
}

/** What kubeconform has against a file, as texts, with schemas of a folder. */
export function kubeconform(tool: string, schemas: string, file: string): readonly string[] {
  const location = join(schemas, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
  const output = outputOf(tool, ['-strict', '-output', 'json', '-schema-location', location, file]);
  const { resources = [] } = JSON.parse(output) as ConformReport;
  return resources.map(({ name, status, msg }) => `${name}: ${status} ${msg}`);
}

interface Schema {
  readonly properties?: object;
  additionalProperties?: unknown;
  readonly 'x-kubernetes-group-version-kind'?: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  }[];
}

/**
 * Schemas as kubeconform wants them, from the OpenAPI documents that are part of kubectl-validate's source: one file a kind,
 * in which no field is allowed that is not named.
 *
 * @param openApi The folder of a minor, such as `pkg/openapiclient/builtins/1.27`.
 * @returns The folder of the schemas.
 */
export function convertSchemas(openApi: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-schemas-'));
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(openApi, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
  for (const path of files) {
    const { components } = JSON.parse(readFileSync(join(openApi, path), 'utf8')) as {
      readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
    };
    for (const schema of Object.values(components.schemas)) {
      if (schema.properties && schema.additionalProperties === undefined) schema.additionalProperties = false;
    }
    for (const [name, schema] of Object.entries(components.schemas)) {
      for (const { group, kind, version } of schema['x-kubernetes-group-version-kind'] ?? []) {
        const suffix = group === '' ? version : `${group.split('.')[0]}-${version}`;
        const text = JSON.stringify({ $ref: `#/components/schemas/${name}`, components });
        // Objects that are in every group, such as DeleteOptions, are of no interest.
        if (!kind.endsWith('Options')) writeFileSync(join(folder, `${kind.toLowerCase()}-${suffix}.json`), text);
      }
    }
  }
  return folder;
}
