import type { k8s } from 'cdk8s-plus-27';

/**
 * The fields that cdk8s-plus-27 renames, and their names in the API. A test derives this list again from its
 * `toJson_*` functions.
 */
export interface RenamedFields {
  readonly clientIp: 'clientIP';
  readonly clusterIp: 'clusterIP';
  readonly datasetUuid: 'datasetUUID';
  readonly diskUri: 'diskURI';
  readonly downwardApi: 'downwardAPI';
  readonly externalId: 'externalID';
  readonly hostIp: 'hostIP';
  readonly hostIpc: 'hostIPC';
  readonly hostPid: 'hostPID';
  readonly insecureSkipTlsVerify: 'insecureSkipTLSVerify';
  readonly loadBalancerIp: 'loadBalancerIP';
  readonly nodeId: 'nodeID';
  readonly nonResourceUrLs: 'nonResourceURLs';
  readonly openApiv3Schema: 'openAPIV3Schema';
  readonly pdId: 'pdID';
  readonly podCidr: 'podCIDR';
  readonly podCidRs: 'podCIDRs';
  readonly providerId: 'providerID';
  readonly scaleIo: 'scaleIO';
  readonly setHostnameAsFqdn: 'setHostnameAsFQDN';
  readonly storagePolicyId: 'storagePolicyID';
  readonly targetCpuUtilizationPercentage: 'targetCPUUtilizationPercentage';
  readonly targetWwNs: 'targetWWNs';
  readonly volumeId: 'volumeID';
}

/** A quantity, or a number or percentage, as it stands in YAML. */
export type PlainScalar = string | number;

/**
 * A type of cdk8s-plus-27's `k8s` module as the API server reads it: plain values where the module has classes, the
 * API's own field names where the module has others, and nothing writable.
 *
 * The mapping stays homomorphic wherever no field is renamed, so that editors show Kubernetes' own doc comments.
 */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Boxed<T>
    ? PlainScalar
    : T extends Date
      ? string
      : T extends readonly (infer Item)[]
        ? readonly Plain<Item>[]
        : T extends object
          ? Extract<keyof T, keyof RenamedFields> extends never
            ? PlainFields<T, keyof T>
            : PlainFields<T, Exclude<keyof T, keyof RenamedFields>> & PlainRenamed<T>
          : T;

/**
 * `k8s.Quantity` or `k8s.IntOrString` themselves: a class with `value` alone. Extending them is not enough, since any
 * interface with a `value` beside other fields (`HttpHeader`, `Sysctl`) does so.
 */
type Boxed<T> = T extends k8s.Quantity | k8s.IntOrString ? ([keyof T] extends ['value'] ? T : never) : never;

type PlainFields<T, Keys extends keyof T> = { readonly [Key in Keys]: Plain<T[Key]> };

type PlainRenamed<T> = {
  readonly [Key in keyof T as Key extends keyof RenamedFields ? RenamedFields[Key] : never]: Plain<T[Key]>;
};
