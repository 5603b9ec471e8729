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
  readonly xKubernetesEmbeddedResource: 'x-kubernetes-embedded-resource';
  readonly xKubernetesIntOrString: 'x-kubernetes-int-or-string';
  readonly xKubernetesListMapKeys: 'x-kubernetes-list-map-keys';
  readonly xKubernetesListType: 'x-kubernetes-list-type';
  readonly xKubernetesMapType: 'x-kubernetes-map-type';
  readonly xKubernetesPreserveUnknownFields: 'x-kubernetes-preserve-unknown-fields';
  readonly xKubernetesValidations: 'x-kubernetes-validations';
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

/** `Plain<T>`, with other types for some of its fields: those of `Inner`, by their names in the API. */
export type PlainWith<T, Inner> =
  Extract<keyof T, keyof RenamedFields> extends never
    ? PlainFields<T, keyof T, Inner>
    : PlainFields<T, Exclude<keyof T, keyof RenamedFields>, Inner> & PlainRenamed<T, Inner>;

type PlainFields<T, Keys extends keyof T, Inner = unknown> = {
  readonly [Key in Keys]: Key extends keyof Inner ? Inner[Key] : Plain<T[Key]>;
};

type PlainRenamed<T, Inner = unknown> = {
  readonly [
    Key in keyof T as Key extends keyof RenamedFields ? RenamedFields[Key] : never
  ]: Key extends keyof RenamedFields
    ? RenamedFields[Key] extends keyof Inner
      ? Inner[RenamedFields[Key]]
      : Plain<T[Key]>
    : never;
};
