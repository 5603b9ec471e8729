/** Whether somebody else fills a value in, or it holds nothing: a variable, an encrypted value, a reference to a vault. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text === '' || filledIn.test(text) || stands.test(text) || /^[A-Z_]+$/.test(text) || /^(.)\1*$/.test(text);
}

const filledIn =
  /\$\{|\$\(|\{\{|^\$[A-Za-z_]\w*$|^<[^>]*>$|^%[^%]+%$|^ENC\[|^(?:vault|ref\+|op|sm|gcpsm|awssm|azurekv|secretref|file):|^AQICA/;
const stands =
  /^(?:change[-_ ]?(?:me|it|this)\S*|replace[-_ ]?(?:me|this|with)?\S*|place[-_ ]?holder|todo|tbd|fixme|your[-_ ].*|my[-_ ]?(?:password|secret|token)|example|dummy|redacted|none|null|nil|undefined|insert[-_ ].*|set[-_ ]?me|xxx+|\.\.\.+|-+)$/i;

/** Forms that only credentials have. */
const forms: readonly (readonly [what: string, form: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['an access key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,})/],
  ['a token of GitLab', /\bglpat-[\w-]{20}/],
  ['a token of Slack', /\bxox[abprs]-[\w-]{10,}/],
  ['a key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ['a key of Google', /\bAIza[\w-]{35}\b/],
];

/** What a value is, if its form says that it is a credential. */
export function credentialForm(value: string): string | undefined {
  const found = forms.find(([, form]) => form.test(value));
  if (found) return /EXAMPLE/.test(value) ? undefined : found[0];
  const login = /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@]{0,200}:([^\s/@]{1,200})@/i.exec(value);
  return login && !isPlaceholder(login[1]) ? 'an address with a password' : undefined;
}

/** Names of variables and keys that hold a credential, told by how they end. */
const sensitive =
  /(?:^|[_.-]|[a-z](?=[A-Z]))(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY|ENCRYPTION_?KEY|SIGNING_?KEY|CREDENTIALS?)$/i;

/** Whether a value looks like a credential that its name says it is. */
export function isCredential(name: string, value: string): boolean {
  const text = value.trim();
  // Variables of shells for the folder.
  if (!sensitive.test(name) || /^(?:OLD)?PWD$/.test(name)) return false;
  if (text.length < 4 || isPlaceholder(text) || words.test(text) || /\s/.test(text)) return false;
  // Paths, addresses and the names of files are where a credential is, not the credential.
  if (/^[./~]|^[a-z]+:\/\/|\.(?:txt|pem|key|crt|json|ya?ml)$/i.test(text)) return false;
  const isPassword = /(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD)$/i.test(name);
  if (isPassword) return true;
  // A name, mostly of a Secret, or a number, such as of tokens.
  return !/^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/.test(text) && !/^[\d.]+[a-z]{0,2}$/i.test(text);
}

const words = /^(?:true|false|yes|no|on|off|enabled?|disabled?|required|optional|auto|default|env|file|[+-]?\d{1,3})$/i;
