import type { Filter } from './filter-schema';
import type { Rule } from './schema';

/** A rule of a route with its defaults, as far as rules look at it. */
interface RouteRule {
  readonly name?: string;
  readonly matches?: readonly { readonly path?: { readonly type: string } }[];
  readonly filters?: readonly Filter[];
  readonly backendRefs?: readonly { readonly filters?: readonly Filter[] }[];
}

const redirectsAlone: Rule<RouteRule> = {
  must: 'not have a RequestRedirect beside backendRefs',
  holds: ({ backendRefs = [], filters = [] }) =>
    backendRefs.length === 0 || filters.every((filter) => filter.requestRedirect === undefined),
};

/** What replaces a prefix. The API looks at it where there is exactly one such filter. */
function replacesPrefix(filters: readonly Filter[] | undefined, part: 'requestRedirect' | 'urlRewrite'): boolean {
  return filters?.filter((filter) => filter[part]?.path?.replacePrefixMatch !== undefined).length === 1;
}

function prefixIsKnown(part: 'requestRedirect' | 'urlRewrite', where: 'rule' | 'backends'): Rule<RouteRule> {
  return {
    must: `have exactly one match, with a PathPrefix, because ${part}${where === 'rule' ? '' : ' of a backend'} replaces the prefix`,
    holds: ({ matches = [], filters, backendRefs = [] }) => {
      const replaces =
        where === 'rule'
          ? replacesPrefix(filters, part)
          : backendRefs.filter((backend) => replacesPrefix(backend.filters, part)).length === 1;
      return !replaces || (matches.length === 1 && matches[0]?.path?.type === 'PathPrefix');
    },
  };
}

/** The rules for one rule of an HTTPRoute. */
export const httpRuleRules: readonly Rule<RouteRule>[] = [
  redirectsAlone,
  prefixIsKnown('requestRedirect', 'rule'),
  prefixIsKnown('urlRewrite', 'rule'),
  prefixIsKnown('requestRedirect', 'backends'),
  prefixIsKnown('urlRewrite', 'backends'),
];

function haveOwnNames(rules: readonly RouteRule[]): boolean {
  const names = rules.map(({ name }) => name).filter((name) => name !== undefined);
  return new Set(names).size === names.length;
}

/** The rules for all rules of a route. */
export const rulesRules: readonly Rule<readonly RouteRule[]>[] = [
  {
    must: 'have 128 matches in all at most',
    holds: (rules) => rules.reduce((sum, { matches = [] }) => sum + matches.length, 0) <= 128,
  },
  {
    must: 'have a name of its own for each rule',
    holds: haveOwnNames,
  },
];

interface Parent {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly sectionName?: string;
  readonly port?: number;
}

/** The rules for references to parents. Ports tell listeners apart in the experimental channel only. */
export function parentRules(isExperimental: boolean): readonly Rule<readonly Parent[]>[] {
  const what = isExperimental ? 'sectionName or port' : 'sectionName';
  const whole = ({ group, kind, name, namespace }: Parent): string => JSON.stringify([group, kind, name, namespace]);
  const part = ({ sectionName, port }: Parent): readonly unknown[] =>
    isExperimental ? [sectionName, port] : [sectionName];
  const pairs = (parents: readonly Parent[]): readonly (readonly [Parent, Parent])[] =>
    parents.flatMap((one, index) => parents.slice(0, index).map((other) => [one, other] as const));
  return [
    {
      must: `have a ${what} for each reference to the same parent`,
      holds: (parents) =>
        pairs(parents).every(([one, other]) => {
          const [own, others] = [part(one), part(other)];
          return (
            whole(one) !== whole(other) || own.every((it, at) => (it === undefined) === (others[at] === undefined))
          );
        }),
    },
    {
      must: `have another ${what} for each reference to the same parent`,
      holds: (parents) => {
        const keys = parents.map((parent) => JSON.stringify([whole(parent), ...part(parent)]));
        return new Set(keys).size === keys.length;
      },
    },
  ];
}
