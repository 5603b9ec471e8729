import type { Labels } from '../labels';
import type { ClaimProps } from '../storage/claim-spec';
import type { NameOf } from './reference';

/** Storage of a Pod's own: a claim that is made with the Pod and deleted with it. */
export interface EphemeralClaimProps extends ClaimProps {
  /**
   * Labels of the claim.
   * @default - none
   */
  readonly labels?: Labels;
  /**
   * Annotations of the claim.
   * @default - none
   */
  readonly annotations?: Labels;
}

/** A volume of a driver for the Container Storage Interface that needs no claim. */
export interface CsiVolumeOptions {
  /** Name of the driver, such as `secrets-store.csi.k8s.io`. */
  readonly driver: string;
  /**
   * File system, such as `ext4`.
   * @default - the driver's
   */
  readonly fsType?: string;
  /**
   * Whether nobody may write.
   * @default - not printed; it may be written to
   */
  readonly readOnly?: boolean;
  /**
   * What the driver wants to know.
   * @default - nothing
   */
  readonly volumeAttributes?: { readonly [attribute: string]: string };
  /**
   * Secret for the driver.
   * @default - none
   */
  readonly nodePublishSecretRef?: NameOf;
}

/** A folder of an NFS server. */
export interface NfsVolumeOptions {
  /** Host name or address of the server. */
  readonly server: string;
  /** Absolute path that the server exports. */
  readonly path: string;
  /**
   * Whether nobody may write.
   * @default - not printed; it may be written to
   */
  readonly readOnly?: boolean;
}

/** What a path of the node must be, or is made to be; empty text checks nothing. */
export type HostPathType =
  '' | 'Directory' | 'DirectoryOrCreate' | 'File' | 'FileOrCreate' | 'Socket' | 'CharDevice' | 'BlockDevice';
