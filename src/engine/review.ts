/** A level of the Pod Security Standards. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/**
 * What a namespace's Pod Security labels say. A level that is left out is the server's default: `enforce` is `privileged`,
 * `warn` and `audit` are as strict as `enforce`.
 */
export interface PodSecurityLabels {
  /** What is refused. @default 'privileged' */
  readonly enforce?: PodSecurityLevel;
  /** The minor whose rules `enforce` means, such as `v1.25`. @default 'latest' */
  readonly enforceVersion?: string;
  /** What is warned of. @default - as `enforce` */
  readonly warn?: PodSecurityLevel;
  /** The minor whose rules `warn` means. @default 'latest' */
  readonly warnVersion?: string;
  /** What is recorded in the audit log. @default - as `enforce` */
  readonly audit?: PodSecurityLevel;
  /** The minor whose rules `audit` means. @default 'latest' */
  readonly auditVersion?: string;
}

/** What is known about the cluster. What is not known is not judged. */
export interface ClusterFacts {
  /**
   * The address families of Services, the primary one first.
   * @default - both, IPv4 first
   */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /**
   * The ranges of cluster IPs, such as `10.96.0.0/12`.
   * @default - any address
   */
  readonly serviceRanges?: readonly string[];
  /**
   * The range of node ports.
   * @default '30000-32767'
   */
  readonly nodePorts?: string;
  /**
   * Every PriorityClass there is, by name. Those of Kubernetes itself need not be named.
   * @default - not known: a class is taken to be there
   */
  readonly priorityClasses?: Readonly<
    Record<string, { readonly value: number; readonly preemptionPolicy?: string; readonly globalDefault?: boolean }>
  >;
  /**
   * Every RuntimeClass there is, by name, with its overhead.
   * @default - not known: a class is taken to be there
   */
  readonly runtimeClasses?: Readonly<Record<string, { readonly overhead?: Readonly<Record<string, string>> }>>;
}

/** The settings of a review, whatever the object. */
export interface ReviewSettings {
  /**
   * The namespace of objects that name none.
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * The namespace of the request's URL: the server refuses an object that names another one.
   * @default - the object's own
   */
  readonly requestNamespace?: string;
  /**
   * The Pod Security level that the namespace enforces, or all of its labels.
   * @default 'privileged'
   */
  readonly podSecurity?: PodSecurityLevel | PodSecurityLabels;
  /**
   * What is known about the cluster.
   * @default - nothing: what depends on it is taken to be right
   */
  readonly cluster?: ClusterFacts;
  /**
   * Answer as the server answers a dry run, which allocates no address and no port.
   * @default false
   */
  readonly dryRun?: boolean;
  /**
   * Whether the answer holds the object as the server would store it.
   * @default false
   */
  readonly defaulted?: boolean;
  /**
   * Whether the answer holds what the server does not say: derived Pods and later trouble.
   * @default true
   */
  readonly advice?: boolean;
}

/** The object, as data or as it was written. */
export type ReviewedObject =
  | {
      /** The object. Numbers beyond 2^53 are not what they seem in JavaScript: give `text` where they matter. */
      readonly object: object;
      readonly text?: undefined;
    }
  | {
      /** One JSON or YAML document as it was written: number tokens, duplicate keys and all. */
      readonly text: string;
      readonly object?: undefined;
    };

/** An object that would be created. */
export type CreateRequest = ReviewedObject & ReviewSettings & { readonly operation: 'create' };

/** An object that would replace another one, as `kubectl apply` would do it: what the server has set and the text leaves out stays. */
export type UpdateRequest = ReviewedObject &
  ReviewSettings & {
    readonly operation: 'update';
    /** What is there: as data, or as JSON or YAML text. */
    readonly oldObject: object | string;
  };

/** What to judge. */
export type ReviewRequest = CreateRequest | UpdateRequest;

/** One reason to refuse an object. */
export interface ReviewError {
  /**
   * The kind of error: the server's `FieldValueInvalid`, `FieldValueRequired`, `FieldValueNotSupported`, `FieldValueDuplicate`,
   * `FieldValueForbidden`, `FieldValueTooLong`..., its `BadRequest`, `Forbidden` and `NotFound`; of those that strict decoding puts
   * into one text, `UnknownField` and `DuplicateField`.
   */
  readonly type: string;
  /** The path of the field as the server writes it, empty where it is about the whole object. */
  readonly field: string;
  /** The value at fault, where there is one. */
  readonly value?: unknown;
  /** What is wrong with it. */
  readonly detail: string;
  /** The server's text, type and value included. */
  readonly message: string;
}

/** What the server does not say, and what happens all the same. */
export interface ReviewAdvice {
  /** The kind of trouble, in the words of `ReviewError.type`; `NotJudged` for what depends on the cluster. */
  readonly type: string;
  /** The path of the field, in the object as it was written. */
  readonly field: string;
  /** What is wrong. */
  readonly detail: string;
  /** Who will refuse it, and when. */
  readonly reason: string;
  /** `error`: something will not work. `warning`: it may not. `info`: it could not be judged. */
  readonly severity: 'error' | 'warning' | 'info';
}

/** A field that the server drops without a word. */
export interface DroppedField {
  /** The path of the field. */
  readonly field: string;
  /** The feature gate that would let it through. @default - not known */
  readonly gate?: string;
  /** The first minor that has the gate on by default. @default - none has, or not known */
  readonly since?: string;
}

/** What the API server would answer. */
export interface Review {
  /** Whether the object was judged at all: `false` for kinds that are not built in or not covered, and then nothing else counts. */
  readonly judged: boolean;
  /** Why it was not judged. @default - it was */
  readonly reason?: string;
  /** Whether the server would store it. */
  readonly allowed: boolean;
  /** Why it would not, sorted by field and text. */
  readonly errors: readonly ReviewError[];
  /** The server's warnings, in its order. */
  readonly warnings: readonly string[];
  /** What it would drop without a word. Looked for only with `advice`. */
  readonly dropped: readonly DroppedField[];
  /** What it does not say. */
  readonly advice: readonly ReviewAdvice[];
  /** The server's status, where it refuses; without a reason where the server itself fails (500). @default - allowed */
  readonly status?: { readonly code: number; readonly reason?: string; readonly message: string };
  /** The object as the server would store it, in the version in which it was written. @default - not asked for */
  readonly defaulted?: object;
  /** The answers to the items of a List. @default - not a List */
  readonly items?: readonly Review[];
  /** The engine failed on this object: what it said. The next object is judged by a new engine. @default - it did not */
  readonly failure?: string;
}
