import type * as p from '../../../src/index';

type Options<F extends (...given: never[]) => unknown, At extends number> = NonNullable<Parameters<F>[At]>;

/** What functions take, by their names. */
export interface Arguments {
  readonly ScopeDefaults: p.ScopeDefaults;
  readonly name: p.NameOf;
  readonly keys: p.SecretKeysProps<string, p.SecretType | undefined>;
  readonly reference: p.ReferenceOptions;
  readonly all: p.EnvFromOptions;
  readonly files: p.FilesOf<string>;
  readonly emptyDir: Options<typeof p.Volume.emptyDir, 1>;
  readonly volumeFiles: p.FilesOptions;
  readonly projected: readonly p.ProjectedSource[];
  readonly downwardAPI: p.DownwardFiles;
  readonly defaultMode: Options<typeof p.Volume.projected, 2>;
  readonly persistentVolumeClaim: Options<typeof p.Volume.persistentVolumeClaim, 2>;
  readonly ephemeral: p.EphemeralClaimProps;
  readonly csi: p.CsiVolumeOptions;
  readonly image: Options<typeof p.Volume.image, 2>;
  readonly nfs: p.NfsVolumeOptions;
  readonly hostPath: Options<typeof p.Volume.hostPath, 2>;
  readonly hourly: p.Hourly;
  readonly daily: p.Daily;
  readonly weekly: p.Weekly;
  readonly monthly: p.Monthly;
  readonly yearly: p.Yearly;
  readonly every: p.Step;
  readonly dns: p.DnsOptions;
  readonly internet: p.InternetOptions;
  readonly labels: p.Labels;
  readonly allowTraffic: p.AllowedTraffic;
  readonly texts: readonly string[];
}

/** The props of each construct by the name of its class, with names of ports, keys and the like as any text. */
export interface Roots {
  readonly Arguments: Arguments;
  readonly Application: p.ApplicationProps;
  readonly ClusterRole: p.ClusterRoleProps;
  readonly ClusterRoleBinding: p.ClusterRoleBindingProps;
  readonly ConfigMap: p.ConfigMapProps;
  readonly ConfiguredApp: p.ConfiguredAppProps;
  readonly CronJob: p.CronJobProps;
  readonly DebugPod: p.DebugPodProps;
  readonly DefaultDeny: p.DefaultDenyProps;
  readonly GrpcRoute: p.GrpcRouteProps;
  readonly HorizontalPodAutoscaler: p.HorizontalPodAutoscalerProps;
  readonly HttpRoute: p.HttpRouteProps;
  readonly Ingress: p.IngressProps;
  readonly Job: p.JobProps;
  readonly LimitRange: p.LimitRangeProps;
  readonly Namespace: p.NamespaceProps;
  readonly NetworkPolicy: p.NetworkPolicyProps;
  readonly NginxWithBackendDeployment: p.NginxWithBackendDeploymentProps;
  readonly NginxWithBackendPod: p.NginxWithBackendPodProps;
  readonly NodeAgent: p.NodeAgentProps;
  readonly PersistentVolume: p.PersistentVolumeProps;
  readonly PersistentVolumeClaim: p.PersistentVolumeClaimProps;
  readonly Pod: p.PlainPodProps;
  readonly PodDisruptionBudget: p.PodDisruptionBudgetProps;
  readonly PriorityClass: p.PriorityClassProps;
  readonly ReplicaSet: p.ReplicaSetProps;
  readonly ResourceQuota: p.ResourceQuotaProps;
  readonly Role: p.RoleProps;
  readonly RoleBinding: p.RoleBindingProps;
  readonly Secret: p.SecretObjectProps;
  readonly Service: p.ServiceProps;
  readonly ServiceAccount: p.ServiceAccountObjectProps;
  readonly ServiceAccountToken: p.ServiceAccountTokenProps;
  readonly StatefulApp: p.StatefulAppProps;
  readonly StorageClass: p.StorageClassProps;
  readonly WebDeployment: p.WebDeploymentProps;
  readonly Worker: p.WorkerProps;
}
