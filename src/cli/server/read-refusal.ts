/** What kubectl said of one object that was not taken. */
export interface Refusal {
  /** In the words of the server, without those of kubectl around them. */
  readonly reason: string;
  /** The field that it finds fault with first. @default - it names none */
  readonly field?: string;
  /** Why the server could not look at the object. @default - it has, and refuses it */
  readonly because?: 'missing' | 'forbidden';
}

/**
 * Reads what kubectl said of a single object.
 *
 * @param isSecret Whether values are left out: what is wrong with a Secret may be the Secret.
 */
export function readRefusal(stderr: string, isSecret: boolean): Refusal {
  const plain = withoutKubectl(withoutWarnings(stderr));
  const text = isSecret ? withoutValues(plain) : plain;
  const because = isForbidden.test(plain) ? 'forbidden' : isMissing.test(plain) ? 'missing' : undefined;
  const field = fieldIn(plain);
  return {
    reason: firstLines(text) || 'kubectl ended with an error and said nothing',
    ...(field !== undefined && { field }),
    ...(because && { because }),
  };
}

/** What an object needs that may be applied with it, or before it. */
const isMissing =
  /namespaces "[^"]*" not found|no matches for kind|error looking up service account|no PriorityClass with name|RuntimeClass "[^"]*" not found|Error from server \(NotFound\)/;

/** The permissions of whoever asks, not those that the object grants. */
const isForbidden = /User "[^"]*" cannot [a-z]+ resource /;

function withoutWarnings(stderr: string): string {
  return stderr
    .split('\n')
    .filter((line) => !line.startsWith('Warning: '))
    .join('\n');
}

/** Takes out what kubectl was doing, and with it the whole object, which it prints where an update is refused. */
function withoutKubectl(stderr: string): string {
  return stderr
    .replace(/error when applying patch:\n[\s\S]*\nfor: "STDIN": /, '')
    .replace(/error when retrieving current configuration of:\n[\s\S]*\nfrom server for: "STDIN": /, '')
    .replace(/error when (?:creating|patching|replacing) "STDIN": /, '')
    .replace(/^error: /, '')
    .replace(/ from "STDIN"/g, '')
    .replace(/ namespace: ""/g, '')
    .replace(/\nensure CRDs are installed first\s*$/, '');
}

function withoutValues(text: string): string {
  return text
    .replace(/(Invalid|Unsupported|Duplicate) value: [\s\S]*/, '$1 value (not shown: it may be secret)')
    .replace(/\{[\s\S]*\}/, '{...}');
}

const sections =
  'spec|metadata|data|binaryData|stringData|type|webhooks|rules|subjects|roleRef|status|provisioner|parameters';
/** A path: names, with a key or an index in brackets after each. */
const path = new RegExp(`(?:${sections})(?:\\.[\\w-]+|\\[[^\\]]*\\])*`);

/** The first field that is named: `... is invalid: [spec.replicas: Invalid value: ...`, `unknown field "spec.replica"`. */
function fieldIn(text: string): string | undefined {
  const places = [`is invalid:\\s+(?:\\* |\\[)?(${path.source}): `, `unknown field "(${path.source})"`];
  for (const place of places) {
    const [, field] = new RegExp(place).exec(text) ?? [];
    if (field !== undefined) return field;
  }
  return undefined;
}

/** Lines of an answer that are shown. */
const mostLines = 10;

/** As much of a text as is shown. */
export function firstLines(text: string): string {
  const lines = text.trim().split('\n');
  const shown = lines
    .slice(0, mostLines)
    .map((line) => (line.length > 1000 ? `${line.slice(0, 1000)}...` : line.trimEnd()));
  return [...shown, ...(lines.length > mostLines ? ['...'] : [])].join('\n');
}
