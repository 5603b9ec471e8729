import { once } from '../once';
import type { KubernetesObject } from '../manifest/manifest';
import type { ObjectIdentity } from '../problems/problem';
import { keyOfObject } from './compared-object';
import type { ComparedObject } from './compared-object';
import { at, textIn } from './data';

/** The objects around one, on one side. What is looked up is put in order once, when it is first asked for. */
export class Surroundings {
  private readonly byKind = new Map<string, ComparedObject[]>();
  private readonly byKey = new Map<string, ComparedObject>();
  private readonly scaled = once(() => this.findScaled());
  private readonly bindings = once(() => this.findBindings());

  constructor(objects: readonly ComparedObject[]) {
    for (const object of objects) {
      append(this.byKind, object.identity.kind, object);
      const key = keyOfObject(object.identity);
      if (!this.byKey.has(key)) this.byKey.set(key, object);
    }
  }

  /** All objects of some kinds. */
  ofKinds(kinds: readonly string[]): readonly ComparedObject[] {
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }

  /** An object by what it is. */
  find(wanted: ObjectIdentity): KubernetesObject | undefined {
    return this.byKey.get(keyOfObject(wanted))?.object();
  }

  /** Whether an autoscaler among the objects decides how many Pods there are. */
  isScaled({ kind, name, namespace }: ObjectIdentity): boolean {
    return this.scaled().has(place(kind, name, namespace));
  }

  /** The bindings that give a role to somebody. */
  bindingsOf({ kind, name, namespace }: ObjectIdentity): readonly ComparedObject[] {
    return this.bindings().get(place(kind, name, kind === 'Role' ? namespace : '')) ?? [];
  }

  private findScaled(): ReadonlySet<string> {
    const targets = this.ofKinds(['HorizontalPodAutoscaler', 'ScaledObject']).map(({ identity, object }) => {
      const target = at(object(), 'spec', 'scaleTargetRef');
      return place(textIn(at(target, 'kind'), 'Deployment'), textIn(at(target, 'name')), identity.namespace);
    });
    return new Set(targets);
  }

  private findBindings(): ReadonlyMap<string, readonly ComparedObject[]> {
    const bindings = new Map<string, ComparedObject[]>();
    for (const binding of this.ofKinds(['RoleBinding', 'ClusterRoleBinding'])) {
      const role = at(binding.object(), 'roleRef');
      const kind = textIn(at(role, 'kind'));
      append(
        bindings,
        place(kind, textIn(at(role, 'name')), kind === 'Role' ? binding.identity.namespace : ''),
        binding,
      );
    }
    return bindings;
  }
}

function place(kind: string, name: string, namespace = 'default'): string {
  return [namespace, kind, name].join('\0');
}

function append(map: Map<string, ComparedObject[]>, key: string, object: ComparedObject): void {
  const others = map.get(key);
  if (others) others.push(object);
  else map.set(key, [object]);
}
