import { Field } from '../links/field';
import { plainTextReason } from '../problems/plain-text-reason';
import type { Problem } from '../problems/problem';
import { credentialForm, isPlaceholder } from './credentials';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Secrets with values that can be read. What is encrypted, empty or filled in later is none; nor are names and certificates. */
export function plainSecret(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  context.manifests.forEach(({ identity, object }, node) => {
    if (identity.kind !== 'Secret' || identity.apiVersion !== 'v1') return;
    const secret = new Field(object);
    // SOPS encrypts values and says so beside them.
    if (secret.at('sops').exists) return;
    // Whoever wrote it said why.
    if (secret.at('metadata').at('annotations').at(plainTextReason).exists) return;
    const keys = [...readable(secret.at('stringData'), (text) => text), ...readable(secret.at('data'), decode)];
    if (keys.length === 0) return;
    const shown = keys
      .slice(0, 5)
      .map(([key]) => `"${key}"`)
      .join(', ');
    const more = keys.length > 5 ? ` and ${keys.length - 5} more` : '';
    const message = `${keys.length === 1 ? 'The value of' : 'The values of'} ${shown}${more} can be read by whoever reads the manifest.`;
    problems.push(problemOf(context, { code: 'PLM7401', node, field: keys[0][1].path, message }));
  });
  return problems;
}

/** Keys whose values anybody may know. */
const open =
  /(?:^|[._-])(?:ca|cert|crt|pub|public|user|username|login|host|hostname|port|url|uri|type|name|namespace|email|database|db|region|bucket|endpoint|project|known_hosts)(?:[._-]?(?:crt|pem|cert|key\.pub))?$|\.(?:crt|pub|cer)$/i;

/** Files, of which most lines are no secret. */
const file = /\.(?:ya?ml|conf|cfg|ini|properties|toml|json|env|txt|sh|tmpl)$|^(?:config|kubeconfig|\.env)$/i;

/** What makes a file one that must not be seen. */
const assigned =
  /(?:password|passwd|secret|token|api_?key|access_?key|private_?key)["']?\s*[:=]\s*["']?(?!["'\s$<{])([^\s"',]{4,200})/i;

function readable(map: Field, read: (text: string) => string): readonly (readonly [string, Field])[] {
  return map.entries().filter(([key, field]) => {
    const value = read(field.text);
    if (isPlaceholder(value) || /^(?:true|false|\d{1,3})$/.test(value)) return false;
    if (credentialForm(value) !== undefined) return true;
    if (open.test(key) || (/-----BEGIN CERTIFICATE-----/.test(value) && !/PRIVATE KEY/.test(value))) return false;
    if (key === '.dockerconfigjson' || key === '.dockercfg') return /"(?:auth|password)"\s*:\s*"[^"]{4}/.test(value);
    if (!file.test(key)) return true;
    const found = assigned.exec(value);
    return found !== null && !isPlaceholder(found[1]);
  });
}

function decode(text: string): string {
  try {
    return atob(text.replace(/\s/g, ''));
  } catch {
    // What is no base64 is refused by the server, and is no secret that could be read.
    return '';
  }
}
