import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The release of each minor that is read. */
export const releases: Readonly<Record<string, string>> = {
  '1.27': '27.16',
  '1.28': '28.15',
  '1.29': '29.15',
  '1.30': '30.14',
  '1.31': '31.14',
  '1.32': '32.13',
  '1.33': '33.13',
  '1.34': '34.3',
  '1.35': '35.3',
  '1.36': '36.3',
};

/** A field: the type of its object or items, and whether that is a map with keys of the user's choice. */
export interface Field {
  readonly type: string;
  readonly isMap: boolean;
}

/** Fields by name, of types by name, such as `core.v1.Container`. */
export type Types = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** What a minor says of itself. */
export interface Minor {
  readonly types: Types;
  /** The feature gates by field, such as `core.v1.Container.restartPolicy`, of the fields whose source names one. */
  readonly gates: Readonly<Record<string, string>>;
  /** Whether the feature gates are on by default. */
  readonly isOn: Readonly<Record<string, boolean>>;
}

/** Reads a minor from the Go module proxy, into a module cache of its own: it takes some 200 MB. */
export function readMinor(minor: string): Minor {
  const release = releases[minor]!;
  const folders = Object.fromEntries(
    ['api', 'client-go', 'apiextensions-apiserver', 'kubernetes'].map((module) => [
      module,
      download(`k8s.io/${module}@v${module === 'kubernetes' ? '1' : '0'}.${release}`),
    ]),
  ) as Readonly<Record<string, string>>;
  const definitions = goFiles(join(folders['apiextensions-apiserver']!, 'pkg/apis/apiextensions/v1'))
    .map(readGoTypes)
    .reduce((all, some) => ({ ...all, ...some }), {});
  const gates: Record<string, string> = {};
  Object.assign(gates, gatesOf(definitions, 'apiextensions.v1'));
  for (const [group, version] of groupVersions(folders.api!)) {
    const text = readFileSync(join(folders.api!, group, version, 'types.go'), 'utf8');
    Object.assign(gates, gatesOf(readGoTypes(text), `${group}.${version}`));
  }
  return {
    types: { ...readSchema(folders['client-go']!), ...typesOf(definitions, 'apiextensions.v1') },
    gates,
    isOn: readDefaults(join(folders.kubernetes!, 'pkg/features'), minor),
  };
}

function download(module: string): string {
  const folder = join(tmpdir(), 'plimsoll-minors');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), 'module minors\n');
  const environment = { ...process.env, GOFLAGS: '-modcacherw', GOMODCACHE: join(folder, 'modules') };
  const answer = execFileSync('go', ['mod', 'download', '-json', module], { cwd: folder, env: environment });
  return (JSON.parse(answer.toString()) as { readonly Dir: string }).Dir;
}

function goFiles(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /^types\w*\.go$/.test(name));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

function groupVersions(api: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const group of readdirSync(api, { withFileTypes: true })) {
    if (!group.isDirectory()) continue;
    for (const version of readdirSync(join(api, group.name))) {
      if (/^v\d/.test(version) && readdirSync(join(api, group.name, version)).includes('types.go')) {
        found.push([group.name, version]);
      }
    }
  }
  return found;
}

/** A type as the schema refers to it. */
export interface SchemaReference {
  readonly scalar?: string;
  readonly namedType?: string;
  readonly list?: {
    readonly elementType: SchemaReference;
    readonly elementRelationship?: string;
    readonly keys?: readonly string[];
  };
  readonly map?: { readonly elementType?: SchemaReference };
}

/** A type of the schema, such as `io.k8s.api.core.v1.Container`. */
export interface SchemaType {
  readonly name: string;
  readonly map?: { readonly fields?: readonly { readonly name: string; readonly type: SchemaReference }[] };
}

/** The schema of a minor as its client carries it, from the Go module proxy. */
export function readSchemaOf(minor: string): readonly SchemaType[] {
  return parseSchema(download(`k8s.io/client-go@v0.${releases[minor]!}`));
}

function parseSchema(clientGo: string): readonly SchemaType[] {
  const text = readFileSync(join(clientGo, 'applyconfigurations/internal/internal.go'), 'utf8');
  const start = text.indexOf('typed.YAMLObject(`') + 'typed.YAMLObject(`'.length;
  return (parse(text.slice(start, text.lastIndexOf('`)'))) as { readonly types: readonly SchemaType[] }).types;
}

/** The schema that client-go carries for server-side apply: every field of every kind but CustomResourceDefinition. */
function readSchema(clientGo: string): Types {
  const nameOf = (name = ''): string => name.replace(/^io\.k8s\.(?:api|apimachinery\.pkg\.apis)\./, '');
  const fieldOf = ({ list, map, namedType }: SchemaReference): Field => {
    const inner = list?.elementType ?? map?.elementType;
    return { type: nameOf(namedType ?? inner?.namedType), isMap: map?.elementType !== undefined };
  };
  return Object.fromEntries(
    parseSchema(clientGo).map(({ map, name }) => [
      nameOf(name),
      Object.fromEntries((map?.fields ?? []).map((field) => [field.name, fieldOf(field.type)])),
    ]),
  );
}

/** Types of apiextensions that are written as something else: the form of the type or of its items. */
const writtenAs: Readonly<Record<string, string>> = {
  JSONSchemaDefinitions: 'map[string]JSONSchemaProps',
  JSONSchemaDependencies: 'map[string]JSONSchemaProps',
  JSONSchemaPropsOrArray: 'JSONSchemaProps',
  JSONSchemaPropsOrBool: 'JSONSchemaProps',
  JSONSchemaPropsOrStringArray: 'JSONSchemaProps',
  ValidationRules: '[]ValidationRule',
};

interface GoField {
  readonly name: string;
  readonly type: string;
  readonly gate?: string;
}

/** The structs of a Go file, each with the fields of the structs that it embeds. */
function readGoTypes(text: string): Readonly<Record<string, readonly GoField[]>> {
  const own: Record<string, readonly (GoField | string)[]> = {};
  for (const [, name, body] of text.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm)) {
    const fields: (GoField | string)[] = [];
    let gate: string | undefined;
    for (const line of body!.split('\n')) {
      gate = /\/\/ \+featureGate=(\w+)/.exec(line)?.[1] ?? gate;
      const [, type, json] = /^\t(?:\w+\s+)?(\S+)\s+`json:"([^"]*)"/.exec(line) ?? [];
      if (json === undefined) continue;
      const key = json.split(',')[0]!;
      if (key === '' && json.includes('inline')) fields.push(type!);
      else fields.push({ name: key, type: type!, ...(gate !== undefined && { gate }) });
      gate = undefined;
    }
    own[name!] = fields;
  }
  const all = (name: string): readonly GoField[] =>
    (own[name] ?? []).flatMap((field) => (typeof field === 'string' ? all(field) : [field]));
  return Object.fromEntries(Object.keys(own).map((name) => [name, all(name)]));
}

function gatesOf(
  types: Readonly<Record<string, readonly GoField[]>>,
  prefix: string,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [type, fields] of Object.entries(types)) {
    for (const { gate, name } of fields) if (gate !== undefined) found[`${prefix}.${type}.${name}`] = gate;
  }
  return found;
}

function typesOf(types: Readonly<Record<string, readonly GoField[]>>, prefix: string): Types {
  const fieldOf = (field: GoField): Field => {
    const outer = field.type.replace(/^\*/, '');
    const type = writtenAs[outer] ?? outer;
    const inner = type.replace(/^(?:\*|\[\]|map\[\w+\])*/, '');
    const bare = writtenAs[inner] ?? inner;
    return { type: types[bare] === undefined ? '' : `${prefix}.${bare}`, isMap: type.includes('map[') };
  };
  return Object.fromEntries(
    Object.entries(types).map(([name, fields]) => [
      `${prefix}.${name}`,
      Object.fromEntries(fields.map((field) => [field.name, fieldOf(field)])),
    ]),
  );
}

/** The defaults of the feature gates in a minor: one for all minors, or one since each of some. */
function readDefaults(folder: string, minor: string): Readonly<Record<string, boolean>> {
  const found: Record<string, boolean> = {};
  for (const name of readdirSync(folder).filter((it) => it.endsWith('.go') && !it.endsWith('_test.go'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, gate, value] of text.matchAll(/^\t(?:\w+\.)?(\w+): +\{Default: (\w+),/gm)) {
      found[gate!] = value === 'true';
    }
    for (const [, gate, body] of text.matchAll(/^\t(?:\w+\.)?(\w+): +\{\n([\s\S]*?)^\t\},/gm)) {
      for (const [, since, value] of body!.matchAll(/MustParse\("1\.(\d+)"\), Default: (\w+)/g)) {
        if (Number(since) <= Number(minor.slice(2))) found[gate!] = value === 'true';
      }
    }
  }
  return found;
}
