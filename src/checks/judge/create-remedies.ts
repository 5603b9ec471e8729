import type { Remedy } from './remedy';

/** How to mend what the server says of an object itself. The first that fits counts: the narrow ones stand before the wide ones. */
export const createRemedies: readonly Remedy[] = [
  // What the object is.
  {
    message: /^unknown field "(?:.*[.\]])?([^."\]]+)"$/,
    fix: 'Correct the spelling of `$1`, move it to where it belongs (indentation counts), or remove it: the server knows no such field here.',
  },
  {
    message: /^duplicate field "(?:.*[.\]])?([^."\]]+)"$/,
    fix: 'Write `$1` once: of two, one would be lost without a word.',
  },
  { message: /key "(.+)" already set in map/, fix: 'Write `$1` once: of two, one would be lost without a word.' },
  {
    message: /use (\S+)$/,
    field: /^apiVersion$/,
    fix: 'Write `apiVersion: $1`; other fields may have other names there.',
  },
  {
    message: /does not serve/,
    field: /^apiVersion$/,
    fix: 'Correct apiVersion and kind, or choose the Kubernetes version that serves them with `kubernetes` (`--kubernetes`).',
  },
  { message: /Object 'Kind' is missing/, fix: 'Write `kind:` at the top of the document, without indentation.' },
  {
    message: /Object 'apiVersion' is missing/,
    fix: 'Write `apiVersion:` at the top of the document, without indentation.',
  },
  {
    message: /cannot unmarshal (number|bool) into .* of type string/,
    fix: 'Put the value into quotes: the field takes text, and this reads as a $1.',
  },
  {
    message: /cannot unmarshal string into .* of type u?int/,
    fix: 'Remove the quotes: the field takes a whole number.',
  },
  {
    message: /cannot unmarshal number \S+ into .* of type u?int/,
    fix: 'Choose a whole number that is not as large: the field has 32 or 64 bits.',
  },
  { message: /cannot unmarshal string into .* of type bool/, fix: 'Write `true` or `false` without quotes.' },
  {
    message: /cannot unmarshal (?:object|array|string|number|bool) into/,
    fix: 'Look at the indentation and the dashes: the field takes another form of value than the one that is there.',
  },
  {
    message: /illegal base64 data/,
    kind: /^Secret$/,
    fix: 'Put plain text below `stringData`, or encode it: values below `data` are base64.',
  },
  {
    message: /quantities must match the regular expression|unable to parse quantity/,
    fix: 'Write a quantity such as `500m`, `2`, `128Mi` or `1Gi`: a number and one unit that Kubernetes knows, without a blank.',
  },

  // Names and labels.
  {
    message: /name or generateName is required/,
    fix: 'Write `metadata.name`.',
  },
  {
    message:
      /must be no more than 15 characters|must contain at least one letter|must contain only alpha-?numeric characters/,
    field: /ports?\b.*(?:name|port)|targetPort/,
    fix: 'Name the port with at most 15 lower-case letters, digits and `-`, one letter among them.',
  },
  { message: /must be no more than (\d+) (?:characters|bytes)/, fix: 'Shorten it to at most $1 characters.' },
  {
    message: /DNS-1035 label/,
    fix: 'Use lower-case letters, digits and `-` only; begin with a letter, and end with a letter or digit.',
  },
  {
    message: /RFC 1123 label/,
    fix: 'Use lower-case letters, digits and `-` only; begin and end with a letter or digit.',
  },
  {
    message: /RFC 1123 subdomain/,
    fix: 'Use lower-case letters, digits, `-` and `.` only; begin and end with a letter or digit.',
  },
  {
    message: /a valid label must be an empty string/,
    fix: 'Use letters, digits, `-`, `_` and `.` only, at most 63; begin and end with a letter or digit. Longer text belongs into an annotation.',
  },
  {
    message: /name part must/,
    field: /labels|annotations|matchLabels|nodeSelector/,
    fix: 'Write the key as `name` or `example.com/name`, the name with letters, digits, `-`, `_` and `.`, at most 63.',
  },
  {
    message: /a valid config key must/,
    fix: 'Use letters, digits, `-`, `_` and `.` only; put paths with `/` into the `items` of the volume.',
  },
  {
    message: /a valid environment variable name must/,
    fix: 'Use letters, digits, `-`, `_` and `.` only, and do not begin with a digit.',
  },

  // Selectors and templates.
  {
    message: /`selector` does not match template `labels`/,
    fix: 'Give the Pod template every label that `spec.selector` asks for, with the same value.',
  },
  {
    message: /empty selector is invalid|^Required value/,
    field: /^spec\.selector$/,
    fix: 'Write `spec.selector.matchLabels` with labels that the Pod template has too.',
  },
  {
    message: /Unsupported value: "(?:OnFailure|Never)"/,
    field: /template\.spec\.restartPolicy$/,
    fix: 'Leave `restartPolicy` out: Pods of this kind run for ever. What ends is a Job.',
  },
  {
    message: /valid values: "OnFailure", "Never"|Unsupported value: "Always"/,
    field: /template\.spec\.restartPolicy$/,
    fix: 'Write `restartPolicy: Never` or `restartPolicy: OnFailure`: the Pods of a Job end.',
  },
  {
    message: /may not be 0 when `?maxSurge|may not be 0 when maxUnavailable is 0/,
    fix: 'Set `maxSurge` or `maxUnavailable` to at least 1: with both at 0, no Pod could ever be replaced.',
  },
  {
    message: /may not be specified when strategy `?type/,
    fix: 'Remove `rollingUpdate`, or write `type: RollingUpdate`.',
  },

  // Containers.
  { message: /^Required value/, field: /\.image$/, fix: 'Write the image of the container.' },
  { message: /^Required value/, field: /[cC]ontainers$/, fix: 'Give the Pod at least one container.' },
  {
    message: /^Duplicate value/,
    field: /ontainers\[\d+\]\.name$/,
    fix: 'Give each container of the Pod a name of its own, init containers too.',
  },
  {
    message: /^Duplicate value/,
    field: /\.ports\[\d+\]\.name$/,
    fix: 'Give each port a name of its own.',
  },
  {
    message: /^Duplicate value/,
    field: /\.env\[\d+\]\.name$/,
    fix: 'Remove one of the two: the last one counts on create, and server-side apply refuses both.',
  },
  {
    message: /must be between 1 and 65535/,
    fix: 'Choose a port from 1 to 65535.',
  },
  {
    message: /must be less than or equal to (\S+) limit/,
    fix: 'Raise the limit of $1, or lower the request: a container cannot ask for more than it may use.',
  },
  {
    message: /^Not found/,
    field: /volumeMounts\[\d+\]\.name$/,
    fix: 'Add a volume of this name to `volumes` of the Pod, or correct the name.',
  },
  {
    message: /must be unique/,
    field: /\.mountPath$/,
    fix: 'Mount one volume at a path; use `subPath` or another path for the second.',
  },
  {
    message: /must specify a volume type/,
    fix: 'Say what the volume is, such as `nfs`, `csi` or `hostPath`; look at its indentation.',
  },
  {
    message: /may not specify more than 1 volume type/,
    fix: 'Make two volumes of it: each has one source.',
  },
  {
    message: /may not be specified when `value` is not empty/,
    fix: 'Write `value` or `valueFrom`, not both.',
  },
  {
    message: /must specify a handler type/,
    fix: 'Say how to probe: `httpGet`, `tcpSocket`, `exec` or `grpc`; look at its indentation.',
  },
  {
    message: /may not specify more than 1 handler type/,
    fix: 'Keep one of `httpGet`, `tcpSocket`, `exec` and `grpc`.',
  },
  {
    message: /must be 1/,
    field: /(?:livenessProbe|startupProbe)\.successThreshold$/,
    fix: 'Leave `successThreshold` out: only readiness probes may ask for more than one success.',
  },

  // Services and Ingresses.
  {
    message: /^Required value/,
    field: /^spec\.ports$/,
    kind: /^Service$/,
    fix: 'List at least one port, or make the Service headless with `clusterIP: None`.',
  },
  {
    message: /^Required value/,
    field: /^spec\.ports\[\d+\]\.name$/,
    kind: /^Service$/,
    fix: 'Name each port: with more than one, clients tell them apart by name.',
  },
  {
    message: /may not be used when `type` is 'ClusterIP'|may only be (?:set|used) when `?type`? is/,
    kind: /^Service$/,
    fix: 'Write `type: NodePort` or `type: LoadBalancer`, or remove the field.',
  },
  {
    message: /pathType must be specified/,
    fix: 'Write `pathType: Prefix` or `pathType: Exact`.',
  },
  { message: /must be an absolute path/, field: /paths?\b/, fix: 'Begin the path with `/`.' },

  // Storage, scaling, jobs.
  {
    message: /^Required value/,
    field: /accessModes$/,
    fix: 'Write `accessModes`, such as `[ReadWriteOnce]`.',
  },
  {
    message: /^Required value/,
    field: /resources(?:\[storage\]|\.requests)/,
    fix: 'Write `resources.requests.storage`, such as `1Gi`.',
  },
  {
    message: /must be greater than or equal to `minReplicas`/,
    fix: 'Raise `maxReplicas`, or lower `minReplicas`.',
  },
  {
    message: /minAvailable and maxUnavailable cannot be both set/,
    fix: 'Keep one of `minAvailable` and `maxUnavailable`.',
  },
  {
    message:
      /[Ee]xpected exactly 5 fields|[Ff]ailed to parse|unrecognized descriptor|end of range|beyond end|below minimum|above maximum/,
    field: /schedule$/,
    fix: 'Write five fields (minute, hour, day of month, month, day of week), such as `0 3 * * *`, or `@daily`.',
  },
  {
    message: /unknown time zone/,
    fix: 'Write a name of the time zone database, such as `Europe/Berlin`.',
  },

  // Pod Security.
  {
    message: /allowPrivilegeEscalation != false/,
    fix: 'Set `securityContext.allowPrivilegeEscalation: false` in each container.',
  },
  {
    message: /runAsNonRoot != true/,
    fix: 'Set `securityContext.runAsNonRoot: true` for the Pod, and use an image that does not run as root.',
  },
  {
    message: /unrestricted capabilities/,
    fix: 'Set `securityContext.capabilities.drop: [ALL]` in each container; only `NET_BIND_SERVICE` may be added.',
  },
  {
    message: /seccompProfile/,
    fix: 'Set `securityContext.seccompProfile.type: RuntimeDefault` for the Pod.',
  },
  {
    message: /restricted volume types|hostPath volumes/,
    fix: 'Use a volume that the level allows, such as configMap, secret, emptyDir, projected or persistentVolumeClaim.',
  },
  {
    message: /host namespaces|hostPort|privileged \(/,
    fix: 'Remove what reaches into the node (`hostNetwork`, `hostPID`, `hostIPC`, `hostPort`, `privileged`), or raise the level of the namespace.',
  },

  // The rest of a family.
  { message: /^Duplicate value/, fix: 'Remove one of the two, or rename it.' },
  { message: /Unsupported value: .*supported values: (.+)$/, fix: 'Choose one of $1.' },
  { message: /must be greater than or equal to (-?\d+)/, fix: 'Choose a number of at least $1.' },
];
