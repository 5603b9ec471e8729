import type { Chart } from 'cdk8s';
import * as api from '../../src/api/api';
import { ClusterRole } from '../../src/constructs/cluster-role';
import { ClusterRoleBinding } from '../../src/constructs/cluster-role-binding';
import { ConfigMap } from '../../src/constructs/config-map';
import { DefaultDeny } from '../../src/constructs/default-deny';
import { GrpcRoute } from '../../src/constructs/grpc-route';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { HttpRoute } from '../../src/constructs/http-route';
import { Ingress } from '../../src/constructs/ingress';
import { LimitRange } from '../../src/constructs/limit-range';
import { Namespace } from '../../src/constructs/namespace';
import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { PersistentVolumeClaim } from '../../src/constructs/persistent-volume-claim';
import { PriorityClass } from '../../src/constructs/priority-class';
import { ResourceQuota } from '../../src/constructs/resource-quota';
import { Role } from '../../src/constructs/role';
import { RoleBinding } from '../../src/constructs/role-binding';
import { Service } from '../../src/constructs/service';
import { ServiceAccount } from '../../src/constructs/service-account';
import { ServiceAccountToken } from '../../src/constructs/service-account-token';
import { StorageClass } from '../../src/constructs/storage-class';
import { grant } from '../../src/constructs/tenancy/grant';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { type Subject, guarded } from './workloads';

/** A hardened workload for what needs one beside it, so that every finding is about the object itself. */
function web(chart: Chart): WebDeployment<'http'> {
  return new WebDeployment(chart, 'web', { ...guarded, ports: { http: 8080 }, replicas: 2, hardened: true });
}

const rules = [grant(api.pods, 'get', 'list')];

const definitions: Readonly<Record<string, (chart: Chart) => unknown>> = {
  ClusterRole: (chart) => new ClusterRole(chart, 'readers', { rules }),
  ClusterRoleBinding: (chart) =>
    new ClusterRoleBinding(chart, 'auditors', { role: { clusterRole: 'view' }, subjects: [{ group: 'auditors' }] }),
  ConfigMap: (chart) => new ConfigMap(chart, 'settings', { data: { LOG_LEVEL: 'info' } }),
  DefaultDeny: (chart) => (web(chart), new DefaultDeny(chart, 'default-deny')),
  GrpcRoute: (chart) =>
    new GrpcRoute(chart, 'front', { parentRefs: ['public'], rules: [{ backendRefs: [web(chart).port('http')] }] }),
  HorizontalPodAutoscaler: (chart) =>
    new HorizontalPodAutoscaler(chart, 'load', {
      target: new WebDeployment(chart, 'web', {
        ...guarded,
        hardened: true,
        replicas: 2,
        overrides: { deployment: { spec: { replicas: null } } },
      }),
      minReplicas: 2,
      maxReplicas: 4,
      metrics: [{ resource: 'cpu', averageUtilization: 70 }],
    }),
  HttpRoute: (chart) =>
    new HttpRoute(chart, 'front', { parentRefs: ['public'], rules: [{ backendRefs: [web(chart).port('http')] }] }),
  Ingress: (chart) => {
    const backend = web(chart).port('http');
    new Ingress(chart, 'front', { rules: [{ host: 'shop.example.com', paths: [{ backend }] }] });
  },
  LimitRange: (chart) => new LimitRange(chart, 'limits', { container: { max: { memory: '2Gi' } } }),
  Namespace: (chart) => (
    web(chart),
    new Namespace(chart, 'shop', { quota: { hard: { pods: 40 } }, denyTraffic: 'ingress' })
  ),
  PersistentVolume: (chart) =>
    new PersistentVolume(chart, 'archive', {
      capacity: '500Gi',
      accessModes: ['ReadWriteMany'],
      source: { nfs: { server: 'nfs.example.com', path: '/archive' } },
    }),
  PersistentVolumeClaim: (chart) => new PersistentVolumeClaim(chart, 'uploads', { storage: '10Gi' }),
  PriorityClass: (chart) => new PriorityClass(chart, 'urgent', { value: 100000 }),
  ResourceQuota: (chart) => new ResourceQuota(chart, 'team', { hard: { pods: 40 } }),
  Role: (chart) => new Role(chart, 'readers', { rules }),
  RoleBinding: (chart) =>
    new RoleBinding(chart, 'viewers', { role: { clusterRole: 'view' }, subjects: [{ group: 'support' }] }),
  Service: (chart) => new Service(chart, 'public', { type: 'LoadBalancer', selector: web(chart), ports: { http: 80 } }),
  ServiceAccount: (chart) => new ServiceAccount(chart, 'collector'),
  ServiceAccountToken: (chart) => new ServiceAccountToken(chart, 'token', { serviceAccountName: 'builder' }),
  StorageClass: (chart) => new StorageClass(chart, 'fast', { provisioner: 'ebs.csi.aws.com' }),
};

/**
 * Every construct that is an object beside workloads. `hardened` says nothing of them, so that they are the same plain and
 * hardened. NetworkPolicy and PodDisruptionBudget stand beside the workloads, Secret is a reference.
 */
export const singleObjects: readonly Subject[] = Object.entries(definitions).map(([name, define]) => ({
  name,
  plain: define,
  hardened: define,
}));
