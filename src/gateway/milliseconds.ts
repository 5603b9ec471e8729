const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  '\u00b5s': 1e-3,
  '\u03bcs': 1e-3,
  ns: 1e-6,
};

/** How many milliseconds a duration is, such as `1m30s`; nothing where it is none. More is read than the Gateway API allows. */
export function millisecondsOf(duration: string): number | undefined {
  const [, sign, rest = ''] = /^([-+]?)(.*)$/s.exec(duration) ?? [];
  if (rest === '0') return 0;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:h|ms|m|s|us|\u00b5s|\u03bcs|ns))+$/.test(rest)) return undefined;
  let sum = 0;
  for (const [, count, unit] of rest.matchAll(/([\d.]+)([^\d.]+)/g)) sum += Number(count) * units[unit!]!;
  return sign === '-' ? -sum : sum;
}
