import type { PodSecurityContext, SecurityContext } from '../../api/kubernetes';
import type { Place } from '../place';
import { defaultsOf } from '../scope-defaults';

/**
 * A set of security defaults, named after the Pod Security Standard that its Pods meet.
 *
 * | field | restricted | baseline | privileged |
 * |---|---|---|---|
 * | `automountServiceAccountToken` | `false` | `false` | – |
 * | Pod `seccompProfile` | `RuntimeDefault` | `RuntimeDefault` | – |
 * | Pod `runAsNonRoot` | `true` | – | – |
 * | Pod `runAsUser`, `runAsGroup`, `fsGroup` | 10001 | – | – |
 * | container `allowPrivilegeEscalation` | `false` | `false` | – |
 * | container `capabilities.drop` | `[ALL]` | – | – |
 * | container `readOnlyRootFilesystem` | `true` | – | – |
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export type Profile = 'restricted' | 'baseline' | 'privileged';

/** A type whose fields can be `null` too, which leaves the field out whatever the profile says. */
export type Unsettable<T> = { readonly [Key in keyof T]: T[Key] | null };

/**
 * User and group of restricted Pods. Above 10000, so that they are nobody's on the node, and one number for all, so
 * that the Pods of an app can share files.
 */
export const restrictedUser = 10001;

/** What a profile sets for a Pod. */
interface PodDefaults {
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext: PodSecurityContext;
}

const podDefaults: Readonly<Record<Profile, PodDefaults>> = {
  restricted: {
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: restrictedUser,
      runAsGroup: restrictedUser,
      fsGroup: restrictedUser,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  },
  baseline: {
    automountServiceAccountToken: false,
    securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
  },
  privileged: { securityContext: {} },
};

const containerDefaults: Readonly<Record<Profile, SecurityContext>> = {
  restricted: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
  baseline: { allowPrivilegeEscalation: false },
  privileged: {},
};

/**
 * The profile that was asked for, else that of the scope, else `restricted`.
 *
 * @throws {PropsError} for a word that is none
 */
export function profileOf(place: Place, asked: Profile | undefined): Profile {
  if (asked !== undefined) place.at('profile').oneOf(asked, Object.keys(podDefaults));
  return asked ?? defaultsOf(place.construct).profile ?? 'restricted';
}

/** Whether the Pod may mount the token of its service account; `undefined` when nothing should be said. */
export function mountsToken(profile: Profile, asked: boolean | null | undefined): boolean | undefined {
  return asked === undefined ? podDefaults[profile].automountServiceAccountToken : (asked ?? undefined);
}

/** The security context of a Pod: what the profile says, and over it what was asked for. */
export function podSecurityContext(
  profile: Profile,
  windows: boolean,
  asked: Unsettable<PodSecurityContext> | undefined,
): PodSecurityContext | undefined {
  // The API server refuses the fields of Linux on a Windows Pod.
  const defaults = podDefaults[profile].securityContext;
  const fitting = windows ? { runAsNonRoot: defaults.runAsNonRoot } : defaults;
  return overlay<PodSecurityContext>(fitting, asked);
}

/** The security context of a container: what the profile says, and over it what was asked for. */
export function containerSecurityContext(
  profile: Profile,
  windows: boolean,
  asked: Unsettable<SecurityContext> | undefined,
): SecurityContext | undefined {
  const defaults = windows ? {} : containerDefaults[profile];
  // A privileged container may always escalate: the API server refuses the pair.
  const escalates = asked?.privileged === true && asked.allowPrivilegeEscalation === undefined;
  // An added capability is no reason to keep those that the profile drops.
  const capabilities = asked?.capabilities && { ...defaults.capabilities, ...asked.capabilities };
  return overlay<SecurityContext>(
    escalates ? { ...defaults, allowPrivilegeEscalation: undefined } : defaults,
    capabilities ? { ...asked, capabilities } : asked,
  );
}

/** Fields over fields; `null` takes one out. `undefined` when nothing is left. */
function overlay<T extends object>(defaults: T, asked: Unsettable<T> | undefined): T | undefined {
  const merged = { ...defaults } as Record<string, unknown>;
  for (const [key, value] of Object.entries(asked ?? {})) if (value !== undefined) merged[key] = value;
  for (const key of Object.keys(merged)) if (merged[key] == null) delete merged[key];
  return Object.keys(merged).length === 0 ? undefined : (merged as T);
}
