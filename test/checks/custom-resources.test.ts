import { CustomResources } from '../../src/checks/custom-resources';
import { linkedObjects } from '../links/linked-objects';

const resources = (apiVersion: string, kind: string, namespace = 'shop'): CustomResources =>
  new CustomResources(
    linkedObjects(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: orders, namespace: ${namespace} } }`),
  );

describe('custom resources', () => {
  test('may make Pods in their namespace, and objects that have their name in front', () => {
    const custom = resources('postgresql.cnpg.io/v1', 'Cluster');
    expect([custom.mayMakePods('shop'), custom.mayMakePods('other')]).toEqual([true, false]);
    const names = ['orders', 'orders-rw', 'cluster-orders-0', 'ordersrw', 'shop'];
    expect(names.map((name) => custom.mayMake(name))).toEqual([true, true, true, false, false]);
  });

  test('may make Pods anywhere if they stand for whole applications', () => {
    expect(resources('argoproj.io/v1alpha1', 'Application', 'argocd').mayMakePods('shop')).toBe(true);
    expect(resources('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'flux-system').mayMakePods('shop')).toBe(true);
  });

  test.each([
    ['cert-manager.io/v1', 'Certificate'],
    ['monitoring.coreos.com/v1', 'ServiceMonitor'],
    ['networking.istio.io/v1', 'VirtualService'],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
    ['traefik.io/v1alpha1', 'IngressRoute'],
    ['apps/v1', 'Deployment'],
    ['networking.k8s.io/v1', 'Ingress'],
  ])('of the kind %s %s make nothing', (apiVersion, kind) => {
    expect(resources(apiVersion, kind).mayMakePods('shop')).toBe(false);
    expect(resources(apiVersion, kind).mayMake('orders-rw')).toBe(false);
  });
});
