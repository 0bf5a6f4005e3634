<#import "../parts.ftl" as parts>
<#assign name = it.name("consul")>
# Consul with ${it.members()} servers: it goes on without ${it.spare()} of them, and stops before it tells two truths.
# No ACLs and no TLS here; use both where others share the network.
<@parts.headless name=name ports={"http": 8500, "rpc": 8300, "serf": 8301} />
<#if it.kept("a budget for disruptions")>
<@parts.budget name />
</#if>
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
<#if it.kept("an odd number of members")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  podManagementPolicy: Parallel # the servers elect nobody before all are there for the first time
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<#if it.kept("one member on each node")>
<@parts.spread "app.kubernetes.io/name: ${name}" />
</#if>
      securityContext: {runAsUser: 100, runAsGroup: 1000, fsGroup: 1000}
      containers:
        - name: consul
          image: hashicorp/consul:1.21
          env:
            - name: POD_IP
              valueFrom: {fieldRef: {fieldPath: status.podIP}}
          args:
            - agent
            - -server
            - -data-dir=/consul/data
            - -bind=$(POD_IP)
            - -client=0.0.0.0
            - -bootstrap-expect=${it.members()}
<#list 0..<it.members() as n>
            - -retry-join=${name}-${n}.${name}
</#list>
          ports:
            - {name: http, containerPort: 8500}
            - {name: rpc, containerPort: 8300}
            - {name: serf, containerPort: 8301}
          readinessProbe: # a server that knows no leader answers nobody
            exec: {command: [sh, -c, "wget -q -O - http://127.0.0.1:8500/v1/status/leader | grep ':'"]}
          livenessProbe:
            tcpSocket: {port: http}
            failureThreshold: 8
          resources:
            requests: {cpu: 250m, memory: 256Mi}
            limits: {memory: 512Mi}
<#if it.kept("a volume for each member")>
          volumeMounts:
            - {name: data, mountPath: /consul/data}
<@parts.claims "10Gi" />
</#if>
