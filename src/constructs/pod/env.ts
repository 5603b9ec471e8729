import type { kplus } from './kplus';
import type { EnvFromSource, EnvVar, EnvVarSource } from '../../api/kubernetes';
import { compact } from '../compact';
import { plain } from '../../api/plain';
import { envNameFlaw } from '../../values/env-name';
import { show } from '../../values/show';
import type { Place } from '../place';
import type { EnvFrom, EnvSource } from './reference';

/**
 * Value of an environment variable: text as it is, a number or boolean as text, a key of a ConfigMap or Secret
 * (`settings.key('LOG_LEVEL')`), any source of the API, or kplus' `EnvValue`.
 */
export type EnvValue = string | number | boolean | EnvSource | kplus.EnvValue;

/** Environment variables by name, in order: a later one can use an earlier one as `$(NAME)`. */
export type Env = { readonly [Name in string]: EnvValue };

/** All keys of a ConfigMap or Secret: from a reference of ours, from the API's own type, or from kplus. */
export type EnvFromValue = EnvFrom | EnvFromSource | kplus.EnvFrom;

/**
 * Environment variables as the API has them.
 *
 * @throws {PropsError} for a wrong name, and for a value that is no text, number, boolean or source
 */
export function envVars(place: Place, env: Env | undefined): EnvVar[] {
  return Object.entries(env ?? {}).map(([name, value]) => {
    const here = place.at(name);
    here.check(envNameFlaw(name));
    if (typeof value === 'object' && value !== null) return fromSource(here, name, value);
    if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) {
      return { name, value: String(value) };
    }
    return refuse(here, value);
  });
}

/** What to import whole into the environment, as the API has it. */
export function envFromSources(sources: readonly EnvFromValue[] | undefined): EnvFromSource[] {
  return (sources ?? []).map((source) => {
    if ('envFrom' in source) return source.envFrom;
    return plain('_toKube' in source ? (source as unknown as KplusEnvFrom)._toKube() : source) as EnvFromSource;
  });
}

/** The internal method of kplus' `EnvFrom` that we depend on. */
interface KplusEnvFrom {
  _toKube(): unknown;
}

function fromSource(place: Place, name: string, source: EnvSource | kplus.EnvValue): EnvVar {
  const { value, valueFrom } = source as { readonly value?: unknown; readonly valueFrom?: EnvVarSource };
  if (valueFrom !== undefined) return { name, valueFrom: plain(valueFrom) as EnvVarSource };
  return typeof value === 'string' ? compact({ name, value }) : refuse(place, value ?? source);
}

function refuse(place: Place, value: unknown): never {
  return place.refuse({
    found: show(value),
    allowed: 'text, a number, a boolean, or a source such as settings.key("LOG_LEVEL")',
    fix: 'write the value, or leave the variable out',
  });
}
