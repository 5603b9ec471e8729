import type { NetworkPolicyPort } from '../../api/kubernetes';
import { portNameFlaw, portNumberFlaw } from '../../values/port';
import { numberFlaw } from '../../values/number';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import { declaredPort } from './refuse-here';
import type { PodsWithPorts } from './pod-selection';

/** A port that may be reached: a number over TCP, or as the API has it, with `endPort` for a range. */
export type PolicyPort = number | NetworkPolicyPort;

/**
 * Ports as the API has them.
 *
 * @param pods The Pods that are reached, where their ports are declared: a port may be named then.
 * @throws {PropsError} for a wrong number, name or protocol, for a name that is not declared, and for no port
 */
export function policyPorts(
  place: Place,
  ports: readonly (string | PolicyPort)[],
  pods?: PodsWithPorts<string>,
): NetworkPolicyPort[] {
  if (ports.length === 0) {
    place.refuse({
      found: 'an empty list',
      allowed: 'at least one port: to Kubernetes an empty list is every port',
      fix: 'leave it out for every port',
    });
  }
  return ports.map((port, index) => policyPort(place.at(index), port, pods));
}

/** One port as the API has it. */
export function policyPort(place: Place, given: string | PolicyPort, pods?: PodsWithPorts<string>): NetworkPolicyPort {
  if (typeof given === 'string' && pods !== undefined) {
    const { protocol } = declaredPort(place, pods, given);
    // Without a protocol, the API means TCP.
    return compact({ protocol: protocol === 'TCP' ? undefined : protocol, port: given });
  }
  if (typeof given === 'number' || typeof given === 'string') {
    checkPort(place, given);
    return { port: given };
  }
  const { port, endPort, protocol } = given;
  if (protocol !== undefined) place.at('protocol').oneOf(protocol, ['TCP', 'UDP', 'SCTP']);
  if (port !== undefined) checkPort(place.at('port'), port);
  if (endPort === undefined) return given;
  if (typeof port !== 'number') {
    return place.at('endPort').refuse({
      found: `${show(endPort)} without a number as port`,
      allowed: 'a range from one number to another',
      fix: 'write port as a number',
    });
  }
  place.at('endPort').check(numberFlaw(endPort, port, 65535));
  return given;
}

function checkPort(place: Place, port: string | number): void {
  place.check(typeof port === 'number' ? portNumberFlaw(port) : portNameFlaw(port));
}
