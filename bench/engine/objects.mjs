// The manifests that are judged: Deployments as people write them, alone or with a Service and a ConfigMap.

export const deployment = (index) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${index}
  namespace: shop
  labels:
    app.kubernetes.io/name: web-${index}
    app.kubernetes.io/instance: shop
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: web-${index}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web-${index}
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.${index}
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: info
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: db
                  key: password
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
            periodSeconds: 10
          volumeMounts:
            - name: config
              mountPath: /etc/web
      volumes:
        - name: config
          configMap:
            name: web-${index}
`;

export const service = (index) => `apiVersion: v1
kind: Service
metadata:
  name: web-${index}
  namespace: shop
  labels:
    app.kubernetes.io/name: web-${index}
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: web-${index}
  ports:
    - name: http
      port: 80
      targetPort: http
`;

export const configMap = (index) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: web-${index}
  namespace: shop
data:
  LOG_LEVEL: info
  settings.yaml: |
    listen: 0.0.0.0:8080
    upstream: https://api-${index}.example.com
    retries: 3
`;
