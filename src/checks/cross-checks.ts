import { readLinks } from '../links/read-links';
import type { Links } from '../links/links';
import type { Manifest } from '../manifest/manifest';
import type { Problem } from '../problems/problem';
import type { CrossCheck, Locate } from './cross-check';
import { CustomResources } from './custom-resources';
import { Outside } from './outside-objects';
import type { OutsideObjects } from './outside-objects';
import { UnreadTexts } from './unread-texts';
import { blockedDrain } from './blocked-drain';
import { cronNeverFires } from './cron-never-fires';
import { definitionOrder } from './definition-order';
import { floatingImage } from './floating-image';
import { hostPortConflict } from './host-port-conflict';
import { missingKey } from './missing-key';
import { missingNamespace } from './missing-namespace';
import { missingObject } from './missing-object';
import { missingServicePort } from './missing-service-port';
import { openNamespace } from './open-namespace';
import { overlappingWorkloads } from './overlapping-workloads';
import { permissionToDoEverything } from './permission-to-do-everything';
import { permissionToEscalate } from './permission-to-escalate';
import { plainCredential } from './plain-credential';
import { plainSecret } from './plain-secret';
import { policyCutsConnection } from './policy-cuts-connection';
import { policyCutsNames } from './policy-cuts-names';
import { probePort } from './probe-port';
import { replicasWithAutoscaler } from './replicas-with-autoscaler';
import { routeConflict } from './route-conflict';
import { selectorAcrossWorkloads } from './selector-across-workloads';
import { selectorWithoutPods } from './selector-without-pods';
import { serviceConflict } from './service-conflict';
import { surgeWithClaim } from './surge-with-claim';
import { targetPort } from './target-port';
import { twoDisruptionBudgets } from './two-disruption-budgets';

/** Every check across objects, in the order of their codes. */
const crossChecks: readonly CrossCheck[] = [
  missingObject,
  missingKey,
  missingServicePort,
  missingNamespace,
  openNamespace,
  definitionOrder,
  selectorWithoutPods,
  selectorAcrossWorkloads,
  overlappingWorkloads,
  targetPort,
  probePort,
  twoDisruptionBudgets,
  blockedDrain,
  replicasWithAutoscaler,
  surgeWithClaim,
  cronNeverFires,
  routeConflict,
  serviceConflict,
  hostPortConflict,
  policyCutsNames,
  policyCutsConnection,
  plainSecret,
  plainCredential,
  floatingImage,
  permissionToDoEverything,
  permissionToEscalate,
];

/** How objects are checked with each other. */
export interface CrossCheckSettings {
  /** What exists elsewhere. @default - nothing is known of it */
  readonly outside?: OutsideObjects;
  /** The links of the objects, if they have been read. @default - they are read */
  readonly links?: Links;
  /**
   * Whether the objects are all of an application, as those of an app are. Of files it is mostly not known: then a
   * ConfigMap, a claim or a ServiceAccount is called missing only where others of its kind are at hand.
   * @default true
   */
  readonly isWhole?: boolean;
  /**
   * Texts beside the objects that could not be read, such as templates: what they mention may well be there.
   * @default - there are none
   */
  readonly unread?: readonly string[];
  /** Where a field was written. @default - where the construct of the object was made */
  readonly locate?: Locate;
}

/** Runs every check across objects. */
export function checkAcross(manifests: readonly Manifest[], settings: CrossCheckSettings = {}): readonly Problem[] {
  const {
    isWhole = true,
    links = readLinks(manifests),
    locate = locateConstruct,
    outside = {},
    unread = [],
  } = settings;
  const known = {
    outside: new Outside(outside),
    custom: new CustomResources(manifests),
    isWhole,
    unread: new UnreadTexts(unread),
  };
  const context = { manifests, links, locate, ...known };
  return crossChecks.flatMap((check) => check(context));
}

function locateConstruct({ origin }: Manifest): Pick<Problem, 'construct' | 'source'> {
  const source = origin.locate();
  return { ...(origin.construct !== '' && { construct: origin.construct }), ...(source && { source }) };
}
