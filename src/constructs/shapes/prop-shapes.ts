/**
 * The props of every construct by the name of its class, and the objects in them, a line for each: its name and its fields,
 * `field:shape`, or `field!:shape` for one that must be there. A shape is one of `text`, `number`, `boolean`, `null`,
 * `undefined`, `any`, `'word'`, `@Class`, `[items]`, `{values}` and the name of an object, or several of them with `|` between.
 * A name that ends in `~` may have other fields too, `+Name` stands for all fields of that name, and `*:a+b,c` says that either
 * `a` and `b` or `c` must be there.
 *
 * Generated from the types by `npx tsx test/constructs/prop-shapes/write-shapes.ts`; a test compares.
 */
export const propShapes = `\
Address host!:text of:text port:text
Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAffinity
AggregationRule clusterRoleSelectors:[Selector]
AllowFrom from:[@INetworkPolicyPeer|To] ipBlock:IpBlock namespaceSelector:Selector podSelector:Selector ports:[Ports|number|text] selectorLabels:{text}
AllowTo ipBlock:IpBlock namespaceSelector:Selector podSelector:Selector ports:[Ports|number] selectorLabels:{text} to:[@INetworkPolicyPeer|To]
AllowedTopologies matchLabelExpressions:[MatchLabelExpressions]
AllowedTraffic from!:PodsByLabel port!:Ports|number|text to!:@PodsWithPorts|PodsByLabel
AppArmorProfile localhostProfile:text type!:text
Application database:Database image!:text labels:{text} name:text overrides:{any} schedules:{Schedules} secrets:{SecretProps} settings:SettingsProps web!:Web workers:{Workers}
Arguments ScopeDefaults!:ScopeDefaults all!:EnvFromOptions allowTraffic!:AllowedTraffic csi!:CsiVolumeOptions daily!:Daily defaultMode!:DefaultMode dns!:DnsOptions downwardAPI!:{DownwardAPI|text} emptyDir!:EmptyDir ephemeral!:EphemeralClaimProps every!:Every files!:FilesOf hostPath!:HostPath hourly!:Hourly image!:Image internet!:InternetOptions keys!:SecretKeysProps~ labels!:{text} monthly!:Monthly name!:Named~|text nfs!:NfsVolumeOptions persistentVolumeClaim!:PersistentVolumeClaim2 place:any projected!:[Projected] reference!:ReferenceOptions texts!:[text] type:text volumeFiles!:FilesOptions weekly!:Weekly yearly!:Yearly
Autoscaling behavior:Behavior cpuUtilization:number maxReplicas!:number memoryUtilization:number metrics:[Metrics] minReplicas:number
AwsElasticBlockStore fsType:text partition:number readOnly:boolean volumeID!:text
AzureDisk cachingMode:text diskName!:text diskURI!:text fsType:text kind:text readOnly:boolean
AzureFile readOnly:boolean secretName!:text secretNamespace:text shareName!:text
Backend *:group+kind+name,name+protocol+service,port+service containerPort:number group:text kind:text name:text namespace:text port:number|text protocol:'SCTP'|'TCP'|'UDP' service:Named~|text servicePort:number
Backend2 *:name+protocol+service,port+service,resource containerPort:number name:text port:number|text protocol:'SCTP'|'TCP'|'UDP' resource:Resource2 service:Named~|text servicePort:number
Backend3 args:[text] command:[text] env:{@EnvValue|Env~|boolean|number|text} envFrom:[@EnvFrom|EnvFrom~] image!:text imagePullPolicy:'Always'|'IfNotPresent'|'Never' lifecycle:Lifecycle livenessProbe:@Probe|ReadinessProbe name:text ports!:{Ports3|number} profile:'baseline'|'privileged'|'restricted' readinessProbe:@Probe|ReadinessProbe|false resizePolicy:[ResizePolicy] resources:Resources securityContext:ContainerSecurityContext startupProbe:@Probe|ReadinessProbe stdin:boolean stdinOnce:boolean terminationMessagePath:text terminationMessagePolicy:'FallbackToLogsOnError'|'File' tty:boolean volumeDevices:[VolumeDevices] volumeMounts:[VolumeMounts] workingDir:text writablePaths:[WritablePaths|text]
BackendRefs *:backend,group+kind+name,name+protocol+service,port+service backend:@Service|Backend containerPort:number filters:[Filters] group:text kind:text name:text namespace:text port:number|text protocol:'SCTP'|'TCP'|'UDP' service:Named~|text servicePort:number weight:number
BackendRefs2 *:backend,group+kind+name,name+protocol+service,port+service backend:@Service|Backend containerPort:number filters:[Filters2] group:text kind:text name:text namespace:text port:number|text protocol:'SCTP'|'TCP'|'UDP' service:Named~|text servicePort:number weight:number
Behavior scaleDown:ScaleDown scaleUp:ScaleDown
Cache immutable:boolean maxAge!:@Duration|text visibility:'private'|'public'
Capabilities add:[text] drop:[text]
Cephfs monitors!:[text] path:text readOnly:boolean secretFile:text secretRef:SecretRef user:text
Cinder fsType:text readOnly:boolean secretRef:SecretRef volumeID!:text
ClaimReference name!:Named~|text namespace!:text
Claims name!:text request:text
Claims2 accessModes:['ReadOnlyMany'|'ReadWriteMany'|'ReadWriteOnce'|'ReadWriteOncePod'] annotations:{text} dataSource:DataSource devicePath:text labels:{text} mountPath:text mountPropagation:'Bidirectional'|'HostToContainer'|'None' mountedIn:{MountedIn|text} readOnly:boolean recursiveReadOnly:'Disabled'|'Enabled'|'IfPossible' selector:Selector storage!:@Cpu|@Size|number|text storageClassName:Named~|text storageLimit:@Cpu|@Size|number|text subPath:text subPathExpr:text volumeAttributesClassName:Named~|text volumeMode:'Block'|'Filesystem' volumeName:Named~|text
ClientIP timeoutSeconds:number
ClusterRole *:aggregationRule,rules aggregateTo:['admin'|'edit'|'view'] aggregationRule:AggregationRule annotations:{text} labels:{text} name:text overrides:{any} rules:[Rules4|[Rules4]] subjects:[@ISubject|Subjects]
ClusterRoleBinding annotations:{text} labels:{text} name:text overrides:{any} role!:Role2 subjects!:[@ISubject|Subjects]
ConfigMap annotations:{text} binaryData:{@Uint8Array|text|undefined} data:{@ConfigFile|@Uint8Array|text|undefined} from:[KeySource] hashedName:boolean immutable:boolean labels:{text} name:text overrides:{any}
ConfigMapKeyRef key!:text name:text optional:boolean
ConfigMapRef name:text optional:boolean
ConfiguredApp +Workload+ app:text autoscaling:Autoscaling hostname:text image!:text ingress:Ingress2 initContainers:{InitContainers} maxSurge:number|text maxUnavailable:number|text minReadySeconds:number name:text networkPolicy:NetworkPolicy2 paused:boolean podDisruptionBudget:PodDisruptionBudget2 ports:{Ports2|number} progressDeadlineSeconds:number replicas:number revisionHistoryLimit:number rollout:'annotation'|'immutable-name'|'none' secrets:{SecretProps} selectorLabels:{text} service:Service2|false serviceAccount:ServiceAccount2|true settings:SettingsProps sidecars:{Sidecars} spread:['nodes'|'zones'] strategy:'Recreate'|'RollingUpdate' subdomain:text
ContainerLimitProps default:{@Cpu|@Size|number|text|undefined} defaultRequest:{@Cpu|@Size|number|text|undefined} max:{@Cpu|@Size|number|text|undefined} maxLimitRequestRatio:{@Cpu|@Size|number|text|undefined} min:{@Cpu|@Size|number|text|undefined}
ContainerResource container!:text name!:text target!:Target
ContainerSecurityContext allowPrivilegeEscalation:boolean|null appArmorProfile:AppArmorProfile|null capabilities:Capabilities|null privileged:boolean|null procMount:null|text readOnlyRootFilesystem:boolean|null runAsGroup:null|number runAsNonRoot:boolean|null runAsUser:null|number seLinuxOptions:SeLinuxOptions|null seccompProfile:AppArmorProfile|null windowsOptions:WindowsOptions|null
CronJob +Workload+ activeDeadlineSeconds:number app:text backoffLimit:number backoffLimitPerIndex:number completionMode:'Indexed'|'NonIndexed' completions:number concurrencyPolicy:'Allow'|'Forbid'|'Replace' failedJobsHistoryLimit:number hostname:text image!:text initContainers:{InitContainers|undefined} jobAnnotations:{text} jobLabels:{text} jobSuspend:boolean managedBy:text maxFailedIndexes:number name:text parallelism:number podActiveDeadlineSeconds:number podFailurePolicy:PodFailurePolicy podReplacementPolicy:'Failed'|'TerminatingOrFailed' ports:{Ports3|number} restartPolicy:'Never'|'OnFailure' schedule!:@Cron|text selectorLabels:{text} sidecars:{Sidecars|undefined} spread:['nodes'|'zones'] startingDeadlineSeconds:number subdomain:text successPolicy:SuccessPolicy successfulJobsHistoryLimit:number suspend:boolean timeZone:text ttlSecondsAfterFinished:number
Csi controllerExpandSecretRef:SecretRef controllerPublishSecretRef:SecretRef driver!:text fsType:text nodeExpandSecretRef:SecretRef nodePublishSecretRef:SecretRef nodeStageSecretRef:SecretRef readOnly:boolean volumeAttributes:{text} volumeHandle!:text
CsiVolumeOptions driver!:text fsType:text nodePublishSecretRef:Named~|text readOnly:boolean volumeAttributes:{text}
Daily hour!:[number]|number minute:[number]|number
DataSource *:claim,kind+name,snapshot apiGroup:text claim:Named~|text kind:text name:Named~|text namespace:text snapshot:Named~|text
Database +Workload+ address:Address autoscaling:Autoscaling claims:{Claims2} headlessService:HeadlessService image!:text initContainers:{InitContainers} maxUnavailable:number|text minReadySeconds:number networkPolicy:NetworkPolicy2 ordinals:Ordinals partition:number persistentVolumeClaimRetentionPolicy:PersistentVolumeClaimRetentionPolicy podDisruptionBudget:PodDisruptionBudget2 podManagementPolicy:'OrderedReady'|'Parallel' ports:{Ports2|number} replicas:number revisionHistoryLimit:number service:Service2|true serviceAccount:ServiceAccount2|true sidecars:{Sidecars} spread:['nodes'|'zones'] updateStrategy:'OnDelete'|'RollingUpdate'
DebugPod +Workload+ activeDeadlineSeconds:number app:text hostname:text image:text initContainers:{InitContainers} name:text passesAs:PodsByLabel ports:{Ports3|number} restartPolicy:'Always'|'Never'|'OnFailure' selectorLabels:{text} sidecars:{Sidecars} subdomain:text
DefaultDeny allowDns:DnsOptions|boolean annotations:{text} labels:{text} name:text overrides:{any} traffic:'all'|'egress'|'ingress'
DefaultMode defaultMode:number
DescribedObject apiVersion:text kind!:text name!:text
Directives http:[[number|text]] server:[[number|text]]
DnsConfig nameservers:[text] options:[Options] searches:[text]
DnsOptions port:number to:[@INetworkPolicyPeer|To]
DownwardAPI *:containerName+resource,fieldPath apiVersion:'v1' containerName:text divisor:@Cpu|@Size|number|text fieldPath:text mode:number resource:text
Egress ports:[Ports] to:[From]
EmptyDir medium:'Memory' sizeLimit:number|text
EnvFrom configMapRef:ConfigMapRef prefix:text secretRef:ConfigMapRef
EnvFromOptions optional:boolean prefix:text
EnvFrom~ configMapRef:ConfigMapRef envFrom:EnvFrom prefix:text secretRef:ConfigMapRef
Env~ valueFrom!:ValueFrom
EphemeralClaimProps accessModes:['ReadOnlyMany'|'ReadWriteMany'|'ReadWriteOnce'|'ReadWriteOncePod'] annotations:{text} dataSource:DataSource labels:{text} selector:Selector storage!:@Cpu|@Size|number|text storageClassName:Named~|text storageLimit:@Cpu|@Size|number|text volumeAttributesClassName:Named~|text volumeMode:'Block'|'Filesystem' volumeName:Named~|text
Every *:hours,minutes hours:number minute:[number]|number minutes:number
Exec command!:[text]
External metric!:Metric target!:Target
ExternalAuth *:grpc,http backend!:@Service|Backend forwardBody:ForwardBody grpc:GrpcAuthRequest http:HttpAuthRequest
Fc fsType:text lun:number readOnly:boolean targetWWNs:[text] wwids:[text]
FieldRef apiVersion:text fieldPath!:text
FileKeyRef key!:text optional:boolean path!:text volumeName!:text
Files cache:'no-cache'|'no-store'|Cache directory!:text fallback:text index:[text]
FilesOf defaultMode:number items:{VolumeItem|text|undefined} optional:boolean
FilesOptions defaultMode:number items:{VolumeItem|text} optional:boolean
Filters *:extensionRef,requestHeaderModifier,requestMirror,responseHeaderModifier extensionRef:LocalObjectReference requestHeaderModifier:HeaderChanges requestMirror:RequestMirror responseHeaderModifier:HeaderChanges
Filters2 *:cors,extensionRef,externalAuth,requestHeaderModifier,requestMirror,requestRedirect,responseHeaderModifier,urlRewrite cors:HttpCorsFilter extensionRef:LocalObjectReference externalAuth:ExternalAuth requestHeaderModifier:HeaderChanges requestMirror:RequestMirror requestRedirect:HttpRedirect responseHeaderModifier:HeaderChanges urlRewrite:HttpRewrite
FlexVolume driver!:text fsType:text options:{text} readOnly:boolean secretRef:SecretRef
Flocker datasetName:text datasetUUID:text
For matchExpressions:[MatchExpressions] matchLabels:{text} selectorLabels:{text}
ForwardBody maxSize:number
Fraction denominator:number numerator!:number
From ipBlock:IpBlock namespaceSelector:Selector podSelector:Selector
GcePersistentDisk fsType:text partition:number pdName!:text readOnly:boolean
Glusterfs endpoints!:text endpointsNamespace:text path!:text readOnly:boolean
Grpc port:number|text service:text
Grpc2 port:'http'|number service:text
GrpcAuthRequest allowedHeaders:[text]
GrpcMatch headers:{Headers|text} method:Method
GrpcRoute annotations:{text} channel:'experimental'|'standard' hostnames:[text] labels:{text} name:text overrides:{any} parentRefs!:[ParentRefs~|text] rules!:[GrpcRule] useDefaultGateways:'All'|'None'
GrpcRule backendRefs:[@Service|BackendRefs] filters:[Filters] matches:[GrpcMatch] name:text sessionPersistence:SessionPersistence
Gzip level:number minBytes:number types:[text]
HeaderChanges add:{text} remove:[text] set:{text}
Headers regularExpression!:text
HeadlessService annotations:{text} ipFamilies:['IPv4'|'IPv6'] ipFamilyPolicy:'PreferDualStack'|'RequireDualStack'|'SingleStack' labels:{text} name:text publishNotReadyAddresses:boolean
HorizontalPodAutoscaler annotations:{text} behavior:Behavior labels:{text} maxReplicas!:number metrics:[Metrics2] minReplicas:number name:text overrides:{any} target!:@IScalable|ScaledObject
HostAliases hostnames:[text] ip:text
HostPath type:''|'BlockDevice'|'CharDevice'|'Directory'|'DirectoryOrCreate'|'File'|'FileOrCreate'|'Socket'
HostPath2 path!:text type:text
HostPaths mountPath:text mountPropagation:'Bidirectional'|'HostToContainer'|'None' readOnly:boolean recursiveReadOnly:'Disabled'|'Enabled'|'IfPossible' subPath:text subPathExpr:text type:''|'BlockDevice'|'CharDevice'|'Directory'|'DirectoryOrCreate'|'File'|'FileOrCreate'|'Socket'
Hourly minute:[number]|number
HttpAuthRequest allowedHeaders:[text] allowedResponseHeaders:[text] path:text
HttpCorsFilter allowCredentials:boolean allowHeaders:[text] allowMethods:['*'|'CONNECT'|'DELETE'|'GET'|'HEAD'|'OPTIONS'|'PATCH'|'POST'|'PUT'|'TRACE'] allowOrigins:[text] exposeHeaders:[text] maxAge:number
HttpGet host:text httpHeaders:{text} path:text port:number|text scheme:'HTTP'|'HTTPS'
HttpGet2 host:text httpHeaders:{text} path:text port:'http'|number scheme:'HTTP'|'HTTPS'
HttpMatch headers:{Headers|text} method:'CONNECT'|'DELETE'|'GET'|'HEAD'|'OPTIONS'|'PATCH'|'POST'|'PUT'|'TRACE' path:Path|text queryParams:{Headers|text}
HttpRedirect hostname:text path:Path2 port:number scheme:'http'|'https' statusCode:number
HttpRewrite hostname:text path:Path2
HttpRoute annotations:{text} channel:'experimental'|'standard' hostnames:[text] labels:{text} name:text overrides:{any} parentRefs!:[ParentRefs~|text] rules!:[HttpRule] useDefaultGateways:'All'|'None'
HttpRouteRetry attempts:number backoff:text codes:[number]
HttpRule backendRefs:[@Service|BackendRefs2] filters:[Filters2] matches:[HttpMatch] name:text retry:HttpRouteRetry sessionPersistence:SessionPersistence timeouts:HttpTimeouts
HttpTimeouts backendRequest:text request:text
Image pullPolicy:'Always'|'IfNotPresent'|'Never'
ImagePullSecrets name!:text type:'kubernetes.io/dockercfg'|'kubernetes.io/dockerconfigjson'
Ingress *:backend,defaultBackend,rules annotations:{text} backend:@Service|Backend2 defaultBackend:@Service|Backend2 host:text ingressClassName:Named~|text labels:{text} name:text overrides:{any} path:text pathType:'Exact'|'ImplementationSpecific'|'Prefix' rules:[IngressRule] tls:[Tls]
Ingress2 *:host,rules annotations:{text} defaultPort:text host:text ingressClassName:text labels:{text} path:text pathType:'Exact'|'ImplementationSpecific'|'Prefix' port:text rules:[Rules] tls:[Tls]
Ingress3 from:[From] ports:[Ports]
IngressPath backend!:@Service|Backend2 path:text pathType:'Exact'|'ImplementationSpecific'|'Prefix'
IngressRule host:text paths!:[IngressPath]
InitContainers args:[text] command:[text] env:{@EnvValue|Env~|boolean|number|text} envFrom:[@EnvFrom|EnvFrom~] image!:text imagePullPolicy:'Always'|'IfNotPresent'|'Never' lifecycle:Lifecycle livenessProbe:@Probe|ReadinessProbe ports:{Ports3|number} profile:'baseline'|'privileged'|'restricted' readinessProbe:@Probe|ReadinessProbe resizePolicy:[ResizePolicy] resources:Resources restartPolicy:'Always' securityContext:ContainerSecurityContext startupProbe:@Probe|ReadinessProbe stdin:boolean stdinOnce:boolean terminationMessagePath:text terminationMessagePolicy:'FallbackToLogsOnError'|'File' tty:boolean volumeDevices:[VolumeDevices] volumeMounts:[VolumeMounts] workingDir:text writablePaths:[WritablePaths|text]
InternetOptions except:[text] ipFamilies:['IPv4'|'IPv6'] ports:[Ports|number]
IpBlock cidr!:text except:[text]
Iscsi chapAuthDiscovery:boolean chapAuthSession:boolean fsType:text initiatorName:text iqn!:text iscsiInterface:text lun!:number portals:[text] readOnly:boolean secretRef:SecretRef targetPortal!:text
Job +Workload+ activeDeadlineSeconds:number app:text backoffLimit:number backoffLimitPerIndex:number completionMode:'Indexed'|'NonIndexed' completions:number hostname:text image!:text initContainers:{InitContainers|undefined} managedBy:text manualSelector:boolean maxFailedIndexes:number name:text nameSuffix:'content' parallelism:number podActiveDeadlineSeconds:number podFailurePolicy:PodFailurePolicy podReplacementPolicy:'Failed'|'TerminatingOrFailed' ports:{Ports3|number} restartPolicy:'Never'|'OnFailure' selector:Selector selectorLabels:{text} sidecars:{Sidecars|undefined} spread:['nodes'|'zones'] subdomain:text successPolicy:SuccessPolicy suspend:boolean ttlSecondsAfterFinished:number
KeepAlive connections:number idleTimeout:@Duration|text
KeySource declared!:{true|undefined}
Lifecycle postStart:@Handler|PostStart preStop:@Handler|PostStart
Lifecycle2 postStart:@Handler|PostStart2 preStop:@Handler|PostStart2
LimitProps max:{@Cpu|@Size|number|text|undefined} maxLimitRequestRatio:{@Cpu|@Size|number|text|undefined} min:{@Cpu|@Size|number|text|undefined}
LimitRange annotations:{text} container:ContainerLimitProps labels:{text} name:text overrides:{any} persistentVolumeClaim:PersistentVolumeClaim3 pod:LimitProps
LimitsProps container:ContainerLimitProps persistentVolumeClaim:PersistentVolumeClaim3 pod:LimitProps
Local fsType:text path!:text
LocalObjectReference group!:text kind!:text name!:text
MatchExpressions key!:text operator!:text values:[text]
MatchExpressions2 operator!:text scopeName!:text values:[text]
MatchLabelExpressions key!:text values!:[text]
Method *:method,service method:text service:text type:'Exact'|'RegularExpression'
Metric name!:text selector:Selector
Metrics containerResource:ContainerResource external:External object:Object pods:External resource:Resource type!:text
Metrics2 *:averageUtilization+container+containerResource,averageUtilization+resource,averageValue+container+containerResource,averageValue+describedObject+object,averageValue+external,averageValue+pods,averageValue+resource,describedObject+object+value,external+value averageUtilization:number averageValue:@Cpu|@Size|number|text container:text containerResource:text describedObject:ScaledObject external:text object:text pods:text resource:text selector:Selector value:@Cpu|@Size|number|text
Monthly day!:[number]|number hour!:[number]|number minute:[number]|number
MountedIn mountPath!:text mountPropagation:'Bidirectional'|'HostToContainer'|'None' readOnly:boolean recursiveReadOnly:'Disabled'|'Enabled'|'IfPossible' subPath:text subPathExpr:text
Named~ name!:text
Namespace annotations:{text} denyTraffic:'all'|'egress'|'ingress' finalizers:[text] labels:{text} limits:LimitsProps name:text overrides:{any} podSecurity:'baseline'|'privileged'|'restricted'|PodSecurityProps|false quota:QuotaProps
NetworkPolicy allowFrom:[@INetworkPolicyPeer|AllowFrom] allowTo:[@INetworkPolicyPeer|AllowTo] annotations:{text} egress:[Egress] for:@IPodSelector|@PodsWithPorts|For ingress:[Ingress3] labels:{text} name:text overrides:{any} ports:[Ports|number|text]
NetworkPolicy2 allowFrom:[@INetworkPolicyPeer|To] allowTo:[@INetworkPolicyPeer|To] egress:[Egress] ingress:[Ingress3] ports:[text]
NfsVolumeOptions path!:text readOnly:boolean server!:text
Nginx accessLog:'combined'|'json'|'off' args:[text] command:[text] configPath:text directives:Directives env:{@EnvValue|Env~|boolean|number|text} envFrom:[@EnvFrom|EnvFrom~] errorLog:'crit'|'debug'|'error'|'info'|'notice'|'warn' forwardedHeaders:'append'|'off'|'replace' generateConfig:boolean gzip:Gzip|boolean healthPath:false|text image:text imagePullPolicy:'Always'|'IfNotPresent'|'Never' ipFamilies:['IPv4'|'IPv6'] keepAlive:KeepAlive|false lifecycle:Lifecycle2 livenessProbe:@Probe|ReadinessProbe2|false maxBodySize:@Size|text name:text port:number profile:'baseline'|'privileged'|'restricted' readinessProbe:@Probe|ReadinessProbe2|false realClientIp:RealClientIp requestHeaders:ResponseHeaders resizePolicy:[ResizePolicy] resources:Resources responseHeaders:ResponseHeaders securityContext:ContainerSecurityContext securityHeaders:SecurityHeaders|boolean startupProbe:@Probe|ReadinessProbe2 stdin:boolean stdinOnce:boolean terminationMessagePath:text terminationMessagePolicy:'FallbackToLogsOnError'|'File' timeouts:Timeouts2 tty:boolean volumeDevices:[VolumeDevices] volumeMounts:[VolumeMounts] workerConnections:number workerProcesses:'auto'|number workingDir:text writablePaths:[WritablePaths|text]
NginxWithBackendDeployment +Pod+ app:text backend!:Backend3 hostname:text initContainers:{InitContainers} maxSurge:number|text maxUnavailable:number|text minReadySeconds:number name:text nginx:Nginx paused:boolean progressDeadlineSeconds:number replicas:number revisionHistoryLimit:number routes:[Routes] selectorLabels:{text} sidecars:{Sidecars} strategy:'Recreate'|'RollingUpdate' subdomain:text
NginxWithBackendPod +Pod+ activeDeadlineSeconds:number app:text backend!:Backend3 hostname:text initContainers:{InitContainers} name:text nginx:Nginx restartPolicy:'Always'|'Never'|'OnFailure' routes:[Routes] selectorLabels:{text} sidecars:{Sidecars} subdomain:text
NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[PreferredDuringSchedulingIgnoredDuringExecution] requiredDuringSchedulingIgnoredDuringExecution:RequiredDuringSchedulingIgnoredDuringExecution
NodeAffinity2 required:RequiredDuringSchedulingIgnoredDuringExecution
NodeAgent +Workload+ app:text hostPaths:{HostPaths} hostname:text image!:text initContainers:{InitContainers} maxSurge:number|text maxUnavailable:number|text minReadySeconds:number name:text networkPolicy:NetworkPolicy2 ports:{Ports3|number} revisionHistoryLimit:number selectorLabels:{text} serviceAccount:ServiceAccount2|true sidecars:{Sidecars} subdomain:text tolerate:['controlPlane'|'everything'|'noExecute'|'noSchedule'|'uninitialized'] updateStrategy:'OnDelete'|'RollingUpdate'
Object describedObject!:DescribedObject metric!:Metric target!:Target
OnExitCodes containerName:text operator!:'In'|'NotIn' values!:[number]
OnPodConditions status:'False'|'True'|'Unknown' type!:text
Options name:text value:text
Ordinals start!:number
ParentRefs~ group:text kind:text name!:text namespace:text port:number sectionName:text
Path *:exact,prefix,regularExpression exact:text prefix:text regularExpression:text
Path2 *:replaceFullPath,replacePrefixMatch replaceFullPath:text replacePrefixMatch:text
Paths path:text pathType:'Exact'|'ImplementationSpecific'|'Prefix' port:text
PersistentVolume accessModes:['ReadOnlyMany'|'ReadWriteMany'|'ReadWriteOnce'|'ReadWriteOncePod'] annotations:{text} capacity!:@Cpu|@Size|number|text claimRef:ClaimReference labels:{text} mountOptions:[text] name:text nodeAffinity:NodeAffinity2 overrides:{any} reclaimPolicy:'Delete'|'Recycle'|'Retain' source!:Source2 storageClassName:Named~|text volumeAttributesClassName:Named~|text volumeMode:'Block'|'Filesystem'
PersistentVolumeClaim accessModes:['ReadOnlyMany'|'ReadWriteMany'|'ReadWriteOnce'|'ReadWriteOncePod'] annotations:{text} dataSource:DataSource labels:{text} name:text overrides:{any} selector:Selector storage!:@Cpu|@Size|number|text storageClassName:Named~|text storageLimit:@Cpu|@Size|number|text volumeAttributesClassName:Named~|text volumeMode:'Block'|'Filesystem' volumeName:Named~|text
PersistentVolumeClaim2 accessModes:['ReadOnlyMany'|'ReadWriteMany'|'ReadWriteOnce'|'ReadWriteOncePod'] readOnly:boolean
PersistentVolumeClaim3 max:{@Cpu|@Size|number|text|undefined} min:{@Cpu|@Size|number|text|undefined}
PersistentVolumeClaimRetentionPolicy whenDeleted:'Delete'|'Retain' whenScaled:'Delete'|'Retain'
PhotonPersistentDisk fsType:text pdID!:text
PlainText because!:text data:{@ConfigFile|@Uint8Array|text|undefined} from:[KeySource]
Pod +Workload+ activeDeadlineSeconds:number app:text hostname:text image!:text initContainers:{InitContainers} name:text ports:{Ports3|number} restartPolicy:'Always'|'Never'|'OnFailure' selectorLabels:{text} sidecars:{Sidecars} subdomain:text
Pod+ affinity:Affinity annotations:{text} automountServiceAccountToken:boolean|null dnsConfig:DnsConfig dnsPolicy:'ClusterFirst'|'ClusterFirstWithHostNet'|'Default'|'None' enableServiceLinks:boolean hardened:boolean hostAliases:[HostAliases] hostIPC:boolean hostNetwork:boolean hostPID:boolean hostUsers:boolean hostnameOverride:text imagePullSecrets:[ImagePullSecrets|text] labels:{text} nodeName:text nodeSelector:{text} os:'linux'|'windows' overhead:{@Cpu|@Size|number|text|undefined} overrides:{any} podAnnotations:{text} podLabels:{text} podResources:PodResources preemptionPolicy:'Never'|'PreemptLowerPriority' priority:number priorityClassName:text profile:'baseline'|'privileged'|'restricted' readinessGates:[ReadinessGates] resourceClaims:[ResourceClaims] runtimeClassName:text schedulerName:text schedulingGates:[SchedulingGates] securityContext:SecurityContext serviceAccountName:Named~|text setHostnameAsFQDN:boolean shareProcessNamespace:boolean terminationGracePeriodSeconds:number tolerations:[Tolerations] topologySpreadConstraints:[TopologySpreadConstraints] volumes:[@Volume]
PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[PreferredDuringSchedulingIgnoredDuringExecution2] requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]
PodAffinityTerm labelSelector:Selector matchLabelKeys:[text] mismatchLabelKeys:[text] namespaceSelector:Selector namespaces:[text] topologyKey!:text
PodDisruptionBudget *:maxUnavailable,minAvailable annotations:{text} for!:@IPodSelector|@PodsWithPorts|For labels:{text} maxUnavailable:number|text minAvailable:number|text name:text overrides:{any} unhealthyPodEvictionPolicy:'AlwaysAllow'|'IfHealthyBudget'
PodDisruptionBudget2 *:maxUnavailable,minAvailable maxUnavailable:number|text minAvailable:number|text unhealthyPodEvictionPolicy:'AlwaysAllow'|'IfHealthyBudget'
PodFailurePolicy rules!:[Rules2]
PodResources limits:{@Cpu|@Size|number|text|undefined} requests:{@Cpu|@Size|number|text|undefined}
PodSecurityProps audit:'baseline'|'privileged'|'restricted' enforce:'baseline'|'privileged'|'restricted' version:text warn:'baseline'|'privileged'|'restricted'
PodsByLabel selectorLabels!:{text}
Policies periodSeconds!:number type!:text value!:number
Ports endPort:number port:number|text protocol:text
Ports2 appProtocol:text containerPort!:number exposed:boolean hostIP:text hostPort:number nodePort:number protocol:'SCTP'|'TCP'|'UDP' servicePort:number
Ports3 containerPort!:number hostIP:text hostPort:number protocol:'SCTP'|'TCP'|'UDP'
Ports4 appProtocol:text nodePort:number port:number protocol:'SCTP'|'TCP'|'UDP' targetPort:number|text
PortworxVolume fsType:text readOnly:boolean volumeID!:text
PostStart *:exec,httpGet,sleep,tcpSocket exec:Exec httpGet:HttpGet sleep:Sleep tcpSocket:TcpSocket
PostStart2 *:exec,httpGet,sleep,tcpSocket exec:Exec httpGet:HttpGet2 sleep:Sleep tcpSocket:TcpSocket2
Preference matchExpressions:[MatchExpressions] matchFields:[MatchExpressions]
PreferredDuringSchedulingIgnoredDuringExecution preference!:Preference weight!:number
PreferredDuringSchedulingIgnoredDuringExecution2 podAffinityTerm!:PodAffinityTerm weight!:number
PriorityClass annotations:{text} description:text globalDefault:boolean labels:{text} name:text overrides:{any} preemptionPolicy:'Never'|'PreemptLowerPriority' value!:number
Projected *:configMap,downwardAPI,secret,serviceAccountToken configMap:Named~|text downwardAPI:{DownwardAPI|text} items:{VolumeItem|text} optional:boolean secret:Named~|text serviceAccountToken:ServiceAccountTokenFile
Quobyte group:text readOnly:boolean registry!:text tenant:text user:text volume!:text
QuotaProps hard!:{@Cpu|@Size|number|text|undefined} scopeSelector:ScopeSelector scopes:['BestEffort'|'CrossNamespacePodAffinity'|'NotBestEffort'|'NotTerminating'|'PriorityClass'|'Terminating']
Rbd fsType:text image!:text keyring:text monitors!:[text] pool:text readOnly:boolean secretRef:SecretRef user:text
ReadFiles defaultMode:number items:{VolumeItem|text|undefined} mountPath!:text readOnly:boolean
ReadinessGates conditionType!:text
ReadinessProbe *:exec,grpc,httpGet,tcpSocket exec:Exec failureThreshold:number grpc:Grpc httpGet:HttpGet initialDelaySeconds:number periodSeconds:number successThreshold:number tcpSocket:TcpSocket terminationGracePeriodSeconds:number timeoutSeconds:number
ReadinessProbe2 *:exec,grpc,httpGet,tcpSocket exec:Exec failureThreshold:number grpc:Grpc2 httpGet:HttpGet2 initialDelaySeconds:number periodSeconds:number successThreshold:number tcpSocket:TcpSocket2 terminationGracePeriodSeconds:number timeoutSeconds:number
RealClientIp header:text recursive:boolean trusted!:[text]
Redirect *:replacePrefix,to replacePrefix:text status:number to:Set|[Set|text]|text
ReferenceOptions optional:boolean
ReplicaSet +Workload+ app:text hostname:text image!:text initContainers:{InitContainers} minReadySeconds:number name:text ports:{Ports3|number} replicas:number selectorLabels:{text} sidecars:{Sidecars} subdomain:text
RequestMirror backend!:@Service|Backend fraction:Fraction percent:number
RequiredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms!:[Preference]
ResizePolicy resourceName!:text restartPolicy!:text
Resource name!:text target!:Target
Resource2 apiGroup:text kind!:text name!:text
ResourceClaims name!:text resourceClaimName:text resourceClaimTemplateName:text source:Source
ResourceFieldRef containerName:text divisor:number|text resource!:text
ResourceQuota annotations:{text} hard!:{@Cpu|@Size|number|text|undefined} labels:{text} name:text overrides:{any} scopeSelector:ScopeSelector scopes:['BestEffort'|'CrossNamespacePodAffinity'|'NotBestEffort'|'NotTerminating'|'PriorityClass'|'Terminating']
Resources claims:[Claims] limits:{@Cpu|@Size|number|text|undefined} requests:{@Cpu|@Size|number|text|undefined}
Respond body:Set|[Set|text]|text contentType:text status!:number
ResponseHeaders remove:[text] set:{Set|[Set|text]|text}
Rewrite pattern!:@RegExp to!:[To2|text]|text
Role annotations:{text} labels:{text} name:text overrides:{any} rules!:[Rules4|[Rules4]] subjects:[@ISubject|Subjects]
Role2 *:clusterRole,kind+name clusterRole:text kind:text name:text
Role3 *:clusterRole,kind+name,role clusterRole:text kind:text name:text role:text
RoleBinding annotations:{text} labels:{text} name:text overrides:{any} role!:Role3 subjects!:[@ISubject|Subjects]
Routes *:exact+file,exact+proxyTo,exact+redirect,exact+respond,files+prefix,pattern+proxyTo,pattern+redirect,pattern+respond,prefix+proxyTo,prefix+redirect,prefix+respond accessLog:boolean buffering:boolean cache:'no-cache'|'no-store'|Cache directives:[[number|text]] exact:text file:text files:Files maxBodySize:@Size|text pattern:@RegExp prefix:text proxyTo:text redirect:Redirect replacePrefix:text requestBuffering:boolean requestHeaders:ResponseHeaders respond:Respond responseHeaders:ResponseHeaders rewrite:[Rewrite] timeouts:Timeouts webSockets:boolean
Rules host:text paths!:[Paths]
Rules2 *:onExitCodes,onPodConditions action!:'Count'|'FailIndex'|'FailJob'|'Ignore' onExitCodes:OnExitCodes onPodConditions:[OnPodConditions]
Rules3 *:succeededCount,succeededIndexes succeededCount:number succeededIndexes:text
Rules4 apiGroups:[text] nonResourceURLs:[text] resourceNames:[text] resources:[text] verbs!:[text]
ScaleDown policies:[Policies] selectPolicy:text stabilizationWindowSeconds:number tolerance:number|text
ScaleIO fsType:text gateway!:text protectionDomain:text readOnly:boolean secretRef!:SecretRef sslEnabled:boolean storageMode:text storagePool:text system!:text volumeName:text
ScaledObject apiVersion!:text kind!:text name!:Named~|text
Schedules +Workload+ activeDeadlineSeconds:number backoffLimit:number backoffLimitPerIndex:number completionMode:'Indexed'|'NonIndexed' completions:number concurrencyPolicy:'Allow'|'Forbid'|'Replace' failedJobsHistoryLimit:number hostname:text image:text initContainers:{InitContainers|undefined} jobAnnotations:{text} jobLabels:{text} jobSuspend:boolean managedBy:text maxFailedIndexes:number parallelism:number podActiveDeadlineSeconds:number podFailurePolicy:PodFailurePolicy podReplacementPolicy:'Failed'|'TerminatingOrFailed' ports:{Ports3|number} restartPolicy:'Never'|'OnFailure' schedule!:@Cron|text sidecars:{Sidecars|undefined} spread:['nodes'|'zones'] startingDeadlineSeconds:number subdomain:text successPolicy:SuccessPolicy successfulJobsHistoryLimit:number suspend:boolean timeZone:text ttlSecondsAfterFinished:number
SchedulingGates name!:text
ScopeDefaults annotations:{text} hardened:boolean labels:{text} namePrefix:text namespace:text profile:'baseline'|'privileged'|'restricted'
ScopeSelector matchExpressions:[MatchExpressions2]
SeLinuxOptions level:text role:text type:text user:text
Secret annotations:{text} immutable:boolean labels:{text} name:text overrides:{any} plainText!:PlainText type:'Opaque'|'kubernetes.io/basic-auth'|'kubernetes.io/dockercfg'|'kubernetes.io/dockerconfigjson'|'kubernetes.io/ssh-auth'|'kubernetes.io/tls'
SecretKeysProps~ keys!:[text] name!:Named~|text place:any type:'Opaque'|'kubernetes.io/basic-auth'|'kubernetes.io/dockercfg'|'kubernetes.io/dockerconfigjson'|'kubernetes.io/service-account-token'|'kubernetes.io/ssh-auth'|'kubernetes.io/tls'
SecretName name!:text type:'kubernetes.io/tls'
SecretProps env:'all'|[text]|{text} envPrefix:text files:ReadFiles keys!:[text] name!:Named~|text place:any singleFiles:{text} type:text
SecretRef name:text namespace:text
SecretRef2 apiVersion:text fieldPath:text kind:text name:text namespace:text resourceVersion:text uid:text
SecurityContext appArmorProfile:AppArmorProfile|null fsGroup:null|number fsGroupChangePolicy:null|text runAsGroup:null|number runAsNonRoot:boolean|null runAsUser:null|number seLinuxChangePolicy:null|text seLinuxOptions:SeLinuxOptions|null seccompProfile:AppArmorProfile|null supplementalGroups:[number]|null supplementalGroupsPolicy:null|text sysctls:[Sysctls]|null windowsOptions:WindowsOptions|null
SecurityHeaders contentSecurityPolicy:text frameOptions:'DENY'|'SAMEORIGIN'|false noSniff:boolean permissionsPolicy:text referrerPolicy:'no-referrer'|'no-referrer-when-downgrade'|'origin'|'origin-when-cross-origin'|'same-origin'|'strict-origin'|'strict-origin-when-cross-origin'|'unsafe-url'|false strictTransportSecurity:StrictTransportSecurity
Selector matchExpressions:[MatchExpressions] matchLabels:{text}
Service *:externalName+type,headless,ports allocateLoadBalancerNodePorts:boolean annotations:{text} clusterIP:text clusterIPs:[text] externalIPs:[text] externalName:text externalTrafficPolicy:'Cluster'|'Local' headless:boolean healthCheckNodePort:number internalTrafficPolicy:'Cluster'|'Local' ipFamilies:['IPv4'|'IPv6'] ipFamilyPolicy:'PreferDualStack'|'RequireDualStack'|'SingleStack' labels:{text} loadBalancerClass:text loadBalancerIP:text loadBalancerSourceRanges:[text] name:text overrides:{any} ports:{Ports4|number} publishNotReadyAddresses:boolean selector:@IPodSelector|@PodsWithPorts|PodsByLabel|{text} sessionAffinity:'ClientIP'|'None' sessionAffinityConfig:SessionAffinityConfig trafficDistribution:'PreferClose'|'PreferSameNode'|'PreferSameZone' type:'ClusterIP'|'ExternalName'|'LoadBalancer'|'NodePort'
Service2 allocateLoadBalancerNodePorts:boolean annotations:{text} clusterIP:text clusterIPs:[text] externalIPs:[text] externalTrafficPolicy:'Cluster'|'Local' healthCheckNodePort:number internalTrafficPolicy:'Cluster'|'Local' ipFamilies:['IPv4'|'IPv6'] ipFamilyPolicy:'PreferDualStack'|'RequireDualStack'|'SingleStack' labels:{text} loadBalancerClass:text loadBalancerIP:text loadBalancerSourceRanges:[text] name:text publishNotReadyAddresses:boolean sessionAffinity:'ClientIP'|'None' sessionAffinityConfig:SessionAffinityConfig trafficDistribution:'PreferClose'|'PreferSameNode'|'PreferSameZone' type:'ClusterIP'|'LoadBalancer'|'NodePort'
ServiceAccount annotations:{text} automountServiceAccountToken:boolean imagePullSecrets:[ImagePullSecrets|text] labels:{text} name:text overrides:{any} secrets:[Named~|text]
ServiceAccount2 annotations:{text} automountServiceAccountToken:boolean imagePullSecrets:[ImagePullSecrets|text] labels:{text} name:text
ServiceAccountToken annotations:{text} labels:{text} name:text overrides:{any} serviceAccountName!:Named~|text
ServiceAccountTokenFile audience:text expirationSeconds:number path!:text
SessionAffinityConfig clientIP:ClientIP
SessionCookie lifetimeType:'Permanent'|'Session' name:text path:text
SessionPersistence absoluteTimeout:text cookie:SessionCookie header:SchedulingGates type:'Cookie'|'Header'
Set variable!:text
SettingsProps binaryData:{@Uint8Array|text|undefined} data:{@ConfigFile|@Uint8Array|text|undefined} env:'all'|[text]|{text} envPrefix:text files:ReadFiles from:[KeySource] singleFiles:{text}
Sidecars args:[text] command:[text] env:{@EnvValue|Env~|boolean|number|text} envFrom:[@EnvFrom|EnvFrom~] image!:text imagePullPolicy:'Always'|'IfNotPresent'|'Never' lifecycle:Lifecycle livenessProbe:@Probe|ReadinessProbe ports:{Ports3|number} profile:'baseline'|'privileged'|'restricted' readinessProbe:@Probe|ReadinessProbe resizePolicy:[ResizePolicy] resources:Resources securityContext:ContainerSecurityContext startupProbe:@Probe|ReadinessProbe stdin:boolean stdinOnce:boolean terminationMessagePath:text terminationMessagePolicy:'FallbackToLogsOnError'|'File' tty:boolean volumeDevices:[VolumeDevices] volumeMounts:[VolumeMounts] workingDir:text writablePaths:[WritablePaths|text]
Sleep seconds!:number
Source resourceClaimName:text resourceClaimTemplateName:text
Source2 *:awsElasticBlockStore,azureDisk,azureFile,cephfs,cinder,csi,fc,flexVolume,flocker,gcePersistentDisk,glusterfs,hostPath,iscsi,local,nfs,photonPersistentDisk,portworxVolume,quobyte,rbd,scaleIO,storageos,vsphereVolume awsElasticBlockStore:AwsElasticBlockStore azureDisk:AzureDisk azureFile:AzureFile cephfs:Cephfs cinder:Cinder csi:Csi fc:Fc flexVolume:FlexVolume flocker:Flocker gcePersistentDisk:GcePersistentDisk glusterfs:Glusterfs hostPath:HostPath2 iscsi:Iscsi local:Local nfs:NfsVolumeOptions photonPersistentDisk:PhotonPersistentDisk portworxVolume:PortworxVolume quobyte:Quobyte rbd:Rbd scaleIO:ScaleIO storageos:Storageos vsphereVolume:VsphereVolume
StatefulApp +Workload+ app:text autoscaling:Autoscaling claims:{Claims2} headlessService:HeadlessService image!:text initContainers:{InitContainers} maxUnavailable:number|text minReadySeconds:number name:text networkPolicy:NetworkPolicy2 ordinals:Ordinals partition:number persistentVolumeClaimRetentionPolicy:PersistentVolumeClaimRetentionPolicy podDisruptionBudget:PodDisruptionBudget2 podManagementPolicy:'OrderedReady'|'Parallel' ports:{Ports2|number} replicas:number revisionHistoryLimit:number selectorLabels:{text} service:Service2|true serviceAccount:ServiceAccount2|true sidecars:{Sidecars} spread:['nodes'|'zones'] updateStrategy:'OnDelete'|'RollingUpdate'
StorageClass allowVolumeExpansion:boolean allowedTopologies:[AllowedTopologies] annotations:{text} isDefaultClass:boolean labels:{text} mountOptions:[text] name:text overrides:{any} parameters:{text} provisioner!:text reclaimPolicy:'Delete'|'Retain' volumeBindingMode:'Immediate'|'WaitForFirstConsumer'
Storageos fsType:text readOnly:boolean secretRef:SecretRef2 volumeName:text volumeNamespace:text
StrictTransportSecurity includeSubDomains:boolean maxAge!:@Duration|text preload:boolean
Subjects group:text namespace:text serviceAccount:Named~|text serviceAccountName:text user:text
SuccessPolicy rules!:[Rules3]
Sysctls name!:text value!:text
Target averageUtilization:number averageValue:number|text type!:text value:number|text
TcpSocket host:text port:number|text
TcpSocket2 host:text port:'http'|number
Timeouts connect:@Duration|text read:@Duration|text send:@Duration|text
Timeouts2 clientBody:@Duration|text clientHeader:@Duration|text clientKeepAlive:@Duration|text clientSend:@Duration|text connect:@Duration|text read:@Duration|text send:@Duration|text shutdown:@Duration|text
Tls hosts:[text] secretName:SecretName|text
To ipBlock:IpBlock namespaceSelector:Selector podSelector:Selector selectorLabels:{text}
To2 *:capture,variable capture:number variable:text
Tolerations effect:text key:text operator:text tolerationSeconds:number value:text
TopologySpreadConstraints labelSelector:Selector matchLabelKeys:[text] maxSkew!:number minDomains:number nodeAffinityPolicy:text nodeTaintsPolicy:text topologyKey!:text whenUnsatisfiable!:text
ValueFrom configMapKeyRef:ConfigMapKeyRef fieldRef:FieldRef fileKeyRef:FileKeyRef resourceFieldRef:ResourceFieldRef secretKeyRef:ConfigMapKeyRef
VolumeDevices devicePath!:text name!:text
VolumeItem mode:number path!:text
VolumeMounts mountPath!:text mountPropagation:'Bidirectional'|'HostToContainer'|'None' readOnly:boolean recursiveReadOnly:'Disabled'|'Enabled'|'IfPossible' subPath:text subPathExpr:text volume!:@Volume
VsphereVolume fsType:text storagePolicyID:text storagePolicyName:text volumePath!:text
Web +Workload+ autoscaling:Autoscaling hostname:text image:text ingress:Ingress2 initContainers:{InitContainers} maxSurge:number|text maxUnavailable:number|text minReadySeconds:number networkPolicy:NetworkPolicy2 paused:boolean podDisruptionBudget:PodDisruptionBudget2 ports:{Ports2|number} progressDeadlineSeconds:number replicas:number revisionHistoryLimit:number service:Service2|false serviceAccount:ServiceAccount2|true sidecars:{Sidecars} spread:['nodes'|'zones'] strategy:'Recreate'|'RollingUpdate' subdomain:text
WebDeployment +Workload+ app:text autoscaling:Autoscaling hostname:text image!:text ingress:Ingress2 initContainers:{InitContainers} maxSurge:number|text maxUnavailable:number|text minReadySeconds:number name:text networkPolicy:NetworkPolicy2 paused:boolean podDisruptionBudget:PodDisruptionBudget2 ports:{Ports2|number} progressDeadlineSeconds:number replicas:number revisionHistoryLimit:number selectorLabels:{text} service:Service2|false serviceAccount:ServiceAccount2|true sidecars:{Sidecars} spread:['nodes'|'zones'] strategy:'Recreate'|'RollingUpdate' subdomain:text
Weekly day!:'Friday'|'Monday'|'Saturday'|'Sunday'|'Thursday'|'Tuesday'|'Wednesday'|['Friday'|'Monday'|'Saturday'|'Sunday'|'Thursday'|'Tuesday'|'Wednesday'] hour!:[number]|number minute:[number]|number
WindowsOptions gmsaCredentialSpec:text gmsaCredentialSpecName:text hostProcess:boolean runAsUserName:text
Worker +Workload+ app:text autoscaling:Autoscaling hostname:text image!:text initContainers:{InitContainers} maxSurge:number|text maxUnavailable:number|text minReadySeconds:number name:text networkPolicy:NetworkPolicy2 paused:boolean podDisruptionBudget:PodDisruptionBudget2 ports:{Ports3|number} progressDeadlineSeconds:number replicas:number revisionHistoryLimit:number selectorLabels:{text} serviceAccount:ServiceAccount2|true sidecars:{Sidecars} spread:['nodes'|'zones'] strategy:'Recreate'|'RollingUpdate' subdomain:text
Workers +Workload+ autoscaling:Autoscaling hostname:text image:text initContainers:{InitContainers} maxSurge:number|text maxUnavailable:number|text minReadySeconds:number networkPolicy:NetworkPolicy2 paused:boolean podDisruptionBudget:PodDisruptionBudget2 ports:{Ports3|number} progressDeadlineSeconds:number replicas:number revisionHistoryLimit:number serviceAccount:ServiceAccount2|true sidecars:{Sidecars} spread:['nodes'|'zones'] strategy:'Recreate'|'RollingUpdate' subdomain:text
Workload+ +Pod+ args:[text] command:[text] containerName:text containerSecurityContext:ContainerSecurityContext env:{@EnvValue|Env~|boolean|number|text} envFrom:[@EnvFrom|EnvFrom~] imagePullPolicy:'Always'|'IfNotPresent'|'Never' lifecycle:Lifecycle livenessProbe:@Probe|ReadinessProbe readinessProbe:@Probe|ReadinessProbe resizePolicy:[ResizePolicy] resources:Resources startupProbe:@Probe|ReadinessProbe stdin:boolean stdinOnce:boolean terminationMessagePath:text terminationMessagePolicy:'FallbackToLogsOnError'|'File' tty:boolean volumeDevices:[VolumeDevices] volumeMounts:[VolumeMounts] workingDir:text writablePaths:[WritablePaths|text]
WritablePaths medium:'Memory' path!:text sizeLimit:number|text
Yearly day!:[number]|number hour!:[number]|number minute:[number]|number month!:'April'|'August'|'December'|'February'|'January'|'July'|'June'|'March'|'May'|'November'|'October'|'September'|['April'|'August'|'December'|'February'|'January'|'July'|'June'|'March'|'May'|'November'|'October'|'September']
`;
