import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fieldsOf } from '../../api/field-types';
import type { FieldStep } from '../../problems/field-path';
import type { ObjectIdentity } from '../../problems/problem';

/** What Kubernetes says about a field. */
export interface FieldDocumentation {
  /** The type and field, such as `DeploymentSpec.replicas`. */
  readonly field: string;
  readonly text: string;
}

/**
 * What the API's own documentation says about a field of an object, as cdk8s-plus-27 carries it in its types.
 *
 * @returns undefined for a kind that it does not know, and for keys of the user's choice
 */
export function documentationOf(
  { apiVersion, kind }: ObjectIdentity,
  path: readonly FieldStep[],
): FieldDocumentation | undefined {
  if (!isBuiltIn(apiVersion)) return undefined;
  let type = kind;
  let owner: { readonly type: string; readonly field: string } | undefined;
  for (const step of path) {
    if (typeof step === 'number') continue;
    const field = fieldsOf(type).get(step);
    if (field === undefined) {
      if (type === '' || fieldsOf(type).size > 1) return undefined;
      break;
    }
    owner = { type, field: step };
    if (field.shape === 'map') {
      type = '';
      break;
    }
    type = field.type;
  }
  const text = owner && describe(owner.type, owner.field);
  return owner && text ? { field: `${owner.type}.${owner.field}`, text } : undefined;
}

/** Groups of custom resources have a domain of their own, and their kinds may be called as those of Kubernetes. */
function isBuiltIn(apiVersion: string): boolean {
  const [group, version] = apiVersion.split('/');
  return version === undefined || !group!.includes('.') || group!.endsWith('.k8s.io');
}

let declarations: string | undefined;
/** Where each interface begins, by its name in small letters. */
let starts: ReadonlyMap<string, number> | undefined;

function describe(type: string, field: string): string | undefined {
  declarations ??= readDeclarations();
  const body = interfaceOf(declarations, type);
  // The library has other names for some fields: it differs in capitals only.
  const found = body && new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*readonly ${field}\\??:`, 'i').exec(body);
  return found?.[1]!
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('@'))
    .join(' ');
}

/** The interface of a type; that of a kind has a name of its own. */
function interfaceOf(text: string, type: string): string | undefined {
  starts ??= new Map([...text.matchAll(/export interface (\w+) \{/g)].map((it) => [it[1]!.toLowerCase(), it.index]));
  for (const name of [type, `Kube${type}V2Props`, `Kube${type}Props`]) {
    const start = starts.get(name.toLowerCase());
    if (start !== undefined) return text.slice(start, text.indexOf('\n}\n', start));
  }
  return undefined;
}

function readDeclarations(): string {
  try {
    return readFileSync(createRequire(__filename).resolve('cdk8s-plus-27/lib/imports/k8s.d.ts'), 'utf8');
  } catch {
    return '';
  }
}
