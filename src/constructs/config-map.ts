import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import type { ConfigData } from './configuration/config-data';
import { settleData } from './configuration/settle-data';
import { KeyedObject } from './keyed-object';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import type { kplus } from './pod/kplus';
import { ConfigMapReference } from './reference';
import { hashOf, hashSuffix } from './settings';

/** Props of a `ConfigMap`. */
export interface ConfigMapProps<Key extends string = string> extends ObjectProps, ConfigData<Key> {
  /**
   * Whether the API server refuses every change. A change of the data then needs another name, see `hashedName`.
   * @default - not printed; it can be changed
   */
  readonly immutable?: boolean;
  /**
   * Whether ten digits of the content's hash end the name: a change makes another ConfigMap, Pods that refer to it are
   * rolled, and old Pods keep what they have.
   * @default false
   */
  readonly hashedName?: boolean;
  /**
   * Changes to the object, for every field that has no prop. The hash does not know of them.
   * @default - none
   */
  readonly overrides?: Patch<api.ConfigMap>;
}

/**
 * Settings that are not secret. Their keys are types.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/
 *
 * @example
 * const settings = new ConfigMap(chart, 'settings', { data: { LOG_LEVEL: 'info', 'app.yaml': 'cache: 5m' } });
 * new WebDeployment(chart, 'web', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   env: { LOG_LEVEL: settings.key('LOG_LEVEL') }, // 'LOG_LEVLE' does not compile
 *   volumeMounts: [settings.files({ items: { 'app.yaml': 'app.yaml' } }).mountedAt('/etc/shop', { readOnly: true })],
 *   podAnnotations: { 'checksum/config': settings.hash },
 * });
 */
export class ConfigMap<const Key extends string = never> extends KeyedObject<Key> implements kplus.IConfigMap {
  readonly object: ApiObject;
  readonly resourceType = 'configmaps';
  readonly reference: ConfigMapReference<Key>;
  /** A hash of the content: 64 hexadecimal digits. As an annotation of Pods it rolls them when the content changes. */
  readonly hash: string;
  /** The path of each file that was read with `config.directory(…)`, by its key; items for `files()`. */
  readonly paths: { readonly [key: string]: string };

  /**
   * @param id Name of the ConfigMap, unless `name` is given.
   * @throws {PropsError} for values that the API server would refuse, and for files that cannot be read
   */
  constructor(scope: Construct, id: string, props: ConfigMapProps<Key>) {
    checkProps(scope, id, { ConfigMap }, props);
    super(scope, id);
    const place = new Place(this);
    const { keys, paths, data, binaryData } = settleData(place, props as ConfigMapProps);
    const content = { data, binaryData };
    this.hash = hashOf(content);
    this.paths = paths;
    const named = props.hashedName ? { ...props, name: `${props.name ?? id}${hashSuffix(content)}` } : props;
    const metadata = settleMetadata(this, place, 'ConfigMap', named, subdomainNameFlaw);
    const configMap: api.ConfigMap = compact({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      immutable: props.immutable,
      data: Object.keys(data).length === 0 ? undefined : data,
      binaryData,
    } as const);
    this.object = defineObject(this, 'configMap', configMap, props.overrides);
    this.reference = new ConfigMapReference({ name: this.object.name, keys: keys as readonly Key[] }, place);
    this.node.defaultChild = this.object;
  }
}
