import { problemCatalogue } from '../problems/catalogue';
import type { ProblemCode } from '../problems/catalogue';
import { describeListed, subjectOf, uriOf, wellFormed } from './problem-listing';
import type { ListedPlace, ListedProblem, ProblemListing } from './problem-listing';
import { printable } from './styles';

/**
 * Problems in SARIF 2.1.0, as GitHub and other viewers read them; ends with a newline. What is allowed is there too, as suppressed.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function problemsSarif(listing: ProblemListing): string {
  const all = [...listing.problems, ...listing.allowed];
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plimsoll',
            semanticVersion: listing.version,
            rules: codes.map((code) => ruleOf(code, listing.documentation)),
          },
        },
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: all.map((problem) => resultOf(problem, indexes.get(problem.code)!, listing.fallback)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const sourceRoot = '%SRCROOT%';

function ruleOf(code: ProblemCode, documentation: string | undefined): object {
  const { fix, severity, title, why } = problemCatalogue[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n**How to mend it**: ${fix}` },
    ...(documentation !== undefined && { helpUri: `${documentation}/${code}.md` }),
    defaultConfiguration: { level: severity },
    properties: { tags: ['kubernetes'] },
  };
}

function resultOf(problem: ListedProblem, ruleIndex: number, fallback: string): object {
  const { because, code, construct, field, fingerprint, fix, manifest, object, place, severity } = problem;
  const logical = object
    ? [{ name: object.name, fullyQualifiedName: objectPath(problem), kind: 'object' }]
    : construct
      ? [{ fullyQualifiedName: construct, kind: 'object' }]
      : [];
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: clean(`${describeListed(problem)}\n${fix}`) },
    locations: [
      {
        physicalLocation: physicalLocation(place ?? { path: fallback, line: 1, column: 1 }),
        ...(logical.length > 0 && { logicalLocations: logical.map(cleanNames) }),
      },
    ],
    ...(manifest && {
      relatedLocations: [
        {
          id: 1,
          physicalLocation: physicalLocation(manifest),
          message: { text: clean(`${subjectOf(problem, fallback)}${field ? `: ${field}` : ''}`) },
        },
      ],
    }),
    partialFingerprints: { 'plimsoll/v1': fingerprint },
    ...(because !== undefined && {
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: clean(because) }],
    }),
  };
}

function physicalLocation({ column, line, path }: ListedPlace): object {
  const uri = uriOf(path);
  return {
    artifactLocation: { uri, ...(!uri.startsWith('file:') && { uriBaseId: sourceRoot }) },
    region: { startLine: line, startColumn: column },
  };
}

function objectPath({ object }: ListedProblem): string {
  const { apiVersion = '', kind = '', name = '', namespace = '' } = object ?? {};
  return [apiVersion, kind, namespace, name].filter(Boolean).join('/');
}

function cleanNames(names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, clean(name)]));
}

function clean(text: string): string {
  return wellFormed(printable(text));
}
