import type { Flaw } from '../problems/props-error';
import { show } from './show';

/** Why a value is no range of addresses: an address, `/` and how many of its bits count. */
export function cidrFlaw(value: unknown): Flaw | undefined {
  const text = typeof value === 'string' ? value : '';
  const [, address = '', count = ''] = /^([^/]*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const most = bitsOf(address);
  if (most !== undefined && Number(count) <= most) return undefined;
  const bits = bitsOf(text);
  return {
    found: show(value),
    allowed: 'a range of addresses such as "10.0.0.0/8" or "2001:db8::/32"',
    fix: bits === undefined ? 'write an address, / and how many of its bits count' : `write "${text}/${bits}"`,
  };
}

/** How many bits an address has: 32 for IPv4, 128 for IPv6, `undefined` when it is none. */
function bitsOf(address: string): number | undefined {
  if (/^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/.test(address)) return 32;
  const halves = address.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const whole = halves.length === 2 ? groups.length < 8 : halves.length === 1 && groups.length === 8;
  return whole && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? 128 : undefined;
}
