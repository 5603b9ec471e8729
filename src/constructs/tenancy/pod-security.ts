import { show } from '../../values/show';
import type { Labels } from '../labels';
import type { Place } from '../place';
import type { Profile } from '../pod/profile';

/** What the Pod Security admission of the API server does with the Pods of a namespace. */
export interface PodSecurityProps {
  /**
   * Pods that do not meet it are refused.
   * @default - the profile of the scope
   */
  readonly enforce?: Profile;
  /**
   * Whoever makes Pods that do not meet it is warned.
   * @default - nobody is
   */
  readonly warn?: Profile;
  /**
   * Pods that do not meet it are noted in the audit log.
   * @default - none are
   */
  readonly audit?: Profile;
  /**
   * The minor of Kubernetes whose rules count for all three, such as `v1.27`.
   * @default - not printed: those of the cluster
   */
  readonly version?: `v${number}.${number}` | 'latest';
}

/**
 * The labels of a namespace that say so.
 *
 * @throws {PropsError} for a word that is none, and for a version that is none
 */
export function podSecurityLabels(place: Place, props: PodSecurityProps): Labels {
  const { version } = props;
  if (version !== undefined && version !== 'latest' && !/^v1\.\d+$/.test(version)) {
    place.at('version').refuse({
      found: show(version),
      allowed: '"latest", or a minor such as "v1.27"',
      fix: 'write the minor with v before it and without the patch',
    });
  }
  const labels: Record<string, string> = {};
  for (const mode of ['enforce', 'warn', 'audit'] as const) {
    const level = props[mode];
    if (level === undefined) continue;
    place.at(mode).oneOf(level, ['restricted', 'baseline', 'privileged']);
    labels[`pod-security.kubernetes.io/${mode}`] = level;
    if (version !== undefined) labels[`pod-security.kubernetes.io/${mode}-version`] = version;
  }
  return labels;
}
