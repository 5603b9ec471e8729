/** Objects for tests, each as a document of YAML. */

/** A Deployment whose Pods have the label `app`; `spec` and `pod` are added to its spec and to that of its Pods. */
export function deployment(
  name: string,
  container = '',
  { labels = `app: ${name}`, pod = '', spec = '' } = {},
): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { ${labels} } }
  ${spec}
  template:
    metadata: { labels: { ${labels} } }
    spec:
      ${pod}
      containers: [{ name: ${name}, image: 'registry.example.com/${name}:1.0'${container} }]
---`;
}

/** A Service in front of the Pods with some labels. */
export function service(name: string, ports: string, selector = `app: ${name}`): string {
  return `
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { ${selector} }, ports: [${ports}] }
---`;
}

/** A NetworkPolicy about the Pods with some labels. */
export function policy(name: string, labels: string, rules: string): string {
  return `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name} }
spec: { podSelector: { matchLabels: { ${labels} } }, ${rules} }
---`;
}

/** A PodDisruptionBudget of the Pods with some labels. */
export function budget(name: string, labels: string, limit: string): string {
  return `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name} }
spec: { ${limit}, selector: { matchLabels: { ${labels} } } }
---`;
}
