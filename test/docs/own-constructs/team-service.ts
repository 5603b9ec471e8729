import { Construct } from 'constructs';
import { PropsError, WebDeployment, setDefaults } from '../../../src/index';
import type { Labels, Peer, PodsByLabel, PortReference, WebDeploymentProps } from '../../../src/index';

/** Props of a `TeamService`: all those of a `WebDeployment`, and what the company asks of every service. */
export type TeamServiceProps<Port extends string = string> = WebDeploymentProps<Port> & {
  /** The team to call at night, as in the directory: `payments`. */
  readonly team: string;
  /**
   * Who may reach the service.
   * @default - nobody
   */
  readonly clients?: readonly Peer[];
};

/** A service as the company runs them: labelled with its team, probed, and closed to all but its clients. */
export class TeamService<Port extends string = never> extends Construct implements PodsByLabel {
  /** Everything that is made, to read and to change. */
  readonly web: WebDeployment<Port>;
  /** So that a service can be a client of another. */
  readonly selectorLabels: Labels;

  constructor(scope: Construct, id: string, { clients = [], team, ...props }: TeamServiceProps<Port>) {
    super(scope, id);
    if (!/^[a-z]+$/.test(team)) {
      throw new PropsError(this.node.path, 'team', {
        found: JSON.stringify(team),
        allowed: 'lower-case letters',
        fix: 'write it as in the directory',
      });
    }
    setDefaults(this, { labels: { 'example.com/team': team } });
    this.web = new WebDeployment<Port>(this, 'web', {
      name: id,
      readinessProbe: { httpGet: { path: '/ready' } },
      livenessProbe: { httpGet: { path: '/live' }, periodSeconds: 20 },
      podDisruptionBudget: { maxUnavailable: 1 },
      networkPolicy: { allowFrom: clients },
      ...props,
    });
    this.selectorLabels = this.web.selectorLabels;
  }

  /** A port, for whoever connects to it. */
  port<Name extends Port>(name: Name): PortReference<Name> {
    return this.web.port(name);
  }
}
