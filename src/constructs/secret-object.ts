import { KeyedObject } from './keyed-object';
import type { kplus } from './pod/kplus';
import { loadKplus } from './pod/load-kplus';
import type { SecretReference } from './reference';
import type { SecretType } from './secret-type';

/** A Secret that is made here. */
export abstract class SecretObject<Key extends string, Type extends SecretType | undefined>
  extends KeyedObject<Key>
  implements kplus.ISecret
{
  abstract override readonly reference: SecretReference<Key, Type>;
  readonly resourceType = 'secrets';

  /** Type of the Secret. */
  get type(): Type {
    return this.reference.type;
  }

  /** For cdk8s-plus-27: the value of a key. */
  envValue(key: string, options?: kplus.EnvValueFromSecretOptions): kplus.EnvValue {
    return loadKplus().EnvValue.fromSecretValue({ secret: this, key }, options);
  }
}
