import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicySpec } from '../../api/kubernetes';
import { checkArgument } from '../check-props';
import { outside } from '../outside';
import { Place } from '../place';
import type { Peer, PodsByLabel } from '../workload/network-policy';
import { type Direction, isDenied } from './denials';
import { declaredPort } from './refuse-here';
import { peerOf } from './peers';
import { type PodsWithPorts, hasPorts } from './pod-selection';
import { type PolicyPort, policyPort } from './policy-ports';

/** Rules that came later than the policy they belong into. */
export interface LaterRules {
  readonly ingress: NetworkPolicyIngressRule[];
  readonly egress: NetworkPolicyEgressRule[];
}

/** What is known of the traffic of a workload. */
interface Known {
  readonly rules: LaterRules;
  /** The policy that takes further rules, for each direction that is restricted. */
  readonly takers: { [Name in Direction]?: object };
}

const workloads = new WeakMap<object, Known>();

function knownOf(workload: object): Known {
  const known = workloads.get(workload) ?? { rules: { ingress: [], egress: [] }, takers: {} };
  workloads.set(workload, known);
  return known;
}

/** Lets the first policy that restricts a direction of a workload take what `allowTraffic` adds to it. */
export function takeTraffic(
  workload: object,
  policy: object,
  restricted: { readonly [Name in Direction]: boolean },
): void {
  const { takers } = knownOf(workload);
  if (restricted.ingress) takers.ingress ??= policy;
  if (restricted.egress) takers.egress ??= policy;
}

/** The rules that a policy takes: asked for when it is rendered, so that the order of the calls does not matter. */
export function laterRules(workload: object, policy: object): LaterRules {
  const { rules, takers } = knownOf(workload);
  return {
    ingress: takers.ingress === policy ? rules.ingress : [],
    egress: takers.egress === policy ? rules.egress : [],
  };
}

/** Who may talk to whom. */
export interface AllowedTraffic<Port extends string = string> {
  /** Who talks: a workload of ours. */
  readonly from: PodsByLabel;
  /** To whom: a workload of ours. */
  readonly to: PodsWithPorts<Port> | PodsByLabel;
  /** On which port of `to`: a name that it declares, or a number. */
  readonly port: NoInfer<Port> | PolicyPort;
}

/**
 * Lets one workload talk to another, in the policies of both: a rule for what leaves the one, and a rule for what reaches
 * the other. A policy that does not restrict the direction stays as it is, and where there is none, none is made: all is
 * allowed there already. Where a `DefaultDeny` says otherwise, a workload without a policy for the rule is an error at synth.
 *
 * @example
 * allowTraffic({ from: web, to: database, port: 'postgres' });
 *
 * @throws {PropsError} for a port that the workload does not declare (which does not compile)
 */
export function allowTraffic<const Port extends string>(traffic: AllowedTraffic<Port>): void {
  const place = outside('allowTraffic()');
  checkArgument(place, 'allowTraffic', traffic);
  const { from, to, port } = traffic;
  const here = place.at('port');
  const pods = hasPorts(to) ? to : undefined;
  const incoming = policyPort(here, port as string | PolicyPort, pods);
  const declared = pods && typeof port === 'string' ? declaredPort(here, pods, port) : undefined;
  // As a number, because a name may mean another number in each Pod that is reached.
  const outgoing = declared === undefined ? incoming : { ...incoming, port: declared.containerPort };
  add(to, 'ingress', { from: [...peerOf(placeOf(to, place).at('from'), from as Peer)], ports: [incoming] });
  add(from, 'egress', { to: [...peerOf(placeOf(from, place).at('to'), to as Peer)], ports: [outgoing] });
}

/** Where the other side is looked at from: its namespace tells whether it is elsewhere. */
function placeOf(workload: object, otherwise: Place): Place {
  return 'node' in workload ? new Place(workload as ConstructorParameters<typeof Place>[0]) : otherwise;
}

function add<D extends Direction>(workload: object, direction: D, rule: LaterRules[D][number]): void {
  const own = (workload as { readonly networkPolicy?: unknown }).networkPolicy;
  if (own instanceof ApiObject && patch(own, direction, rule)) return;
  const { rules, takers } = knownOf(workload);
  (rules[direction] as (typeof rule)[]).push(rule);
  if (rules[direction].length > 1 || !Construct.isConstruct(workload)) return;
  workload.node.addValidation({
    validate: () => (takers[direction] === undefined && isDenied(workload, direction) ? [untaken[direction]] : []),
  });
}

/** Why traffic that was allowed does not flow. */
const untaken: Readonly<Record<Direction, string>> = {
  ingress:
    'allowTraffic() lets traffic in, but a DefaultDeny keeps it out, and no NetworkPolicy takes the rule. To fix it, make a NetworkPolicy for this workload with allowFrom: [].',
  egress:
    'allowTraffic() lets traffic out, but a DefaultDeny keeps it in, and no NetworkPolicy takes the rule. To fix it, make a NetworkPolicy for this workload with allowTo: [dns()].',
};

/** Adds a rule to the policy that a workload made for itself, if it restricts the direction. */
function patch(policy: ApiObject, direction: Direction, rule: object): boolean {
  const spec = (policy.toJson() as { readonly spec: NetworkPolicySpec }).spec;
  if (!spec.policyTypes?.includes(direction === 'ingress' ? 'Ingress' : 'Egress')) return false;
  const path = `/spec/${direction}`;
  policy.addJsonPatch(spec[direction] === undefined ? JsonPatch.add(path, [rule]) : JsonPatch.add(`${path}/-`, rule));
  return true;
}
