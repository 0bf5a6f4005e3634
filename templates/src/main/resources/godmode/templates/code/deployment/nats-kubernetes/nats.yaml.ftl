<#import "../parts.ftl" as parts>
<#assign name = it.name("nats")>
# NATS with JetStream on ${it.members()} servers: the cluster goes on without ${it.spare()} of them, and so does a stream that is made
# with --replicas=3.
<@parts.headless name=name ports={"client": 4222, "cluster": 6222, "monitor": 8222} />
<@parts.budget name />
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  nats.conf: |
    server_name: $SERVER_NAME
    http_port: 8222
    jetstream {
      store_dir: /data
      sync_interval: always # an acknowledged message is on the disk; the default is every two minutes
    }
    cluster {
      name: ${name}
      port: 6222
      routes: [
<#list 0..<it.members() as n>
        nats://${name}-${n}.${name}:6222
</#list>
      ]
    }
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
  replicas: ${it.members()}
  podManagementPolicy: Parallel # the first server cannot be ready without a majority
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<@parts.spread "app.kubernetes.io/name: ${name}" />
      terminationGracePeriodSeconds: 60
      containers:
        - name: nats
          image: nats:2.11-alpine
          args: [--config, /etc/nats/nats.conf]
          env:
            - name: SERVER_NAME
              valueFrom: {fieldRef: {fieldPath: metadata.name}}
          ports:
            - {name: client, containerPort: 4222}
            - {name: cluster, containerPort: 6222}
            - {name: monitor, containerPort: 8222}
          startupProbe: # until the server has caught up with its streams
            httpGet: {path: /healthz, port: monitor}
            failureThreshold: 90
          readinessProbe:
            httpGet: {path: "/healthz?js-server-only=true", port: monitor}
          livenessProbe:
            httpGet: {path: "/healthz?js-enabled-only=true", port: monitor}
            failureThreshold: 8
          resources:
            requests: {cpu: 250m, memory: 512Mi}
            limits: {memory: 1Gi}
          volumeMounts:
            - {name: config, mountPath: /etc/nats}
<#if it.kept("a volume for each member")>
            - {name: data, mountPath: /data}
</#if>
      volumes:
        - name: config
          configMap: {name: ${name}}
<#if it.kept("a volume for each member")>
<@parts.claims "20Gi" />
</#if>
