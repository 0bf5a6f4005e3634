<#import "../parts.ftl" as parts>
<#assign name = it.name("etcd")>
# etcd with ${it.members()} members: it goes on without ${it.spare()} of them, and stops before it tells two truths.
# Peers and clients speak plain HTTP here; use certificates where others share the network.
<@parts.headless name=name ports={"client": 2379, "peer": 2380} />
<#if it.kept("a budget for disruptions")>
<@parts.budget name />
</#if>
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
<#if it.kept("as many members as there are peers")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  podManagementPolicy: Parallel # the first member cannot be ready without a majority
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<#if it.kept("one member on each node")>
<@parts.spread "app.kubernetes.io/name: ${name}" />
</#if>
      containers:
        - name: etcd
          image: quay.io/coreos/etcd:v3.6.5
          env:
            - name: POD
              valueFrom: {fieldRef: {fieldPath: metadata.name}}
          command:
            - etcd
            - --name=$(POD)
            - --data-dir=/var/lib/etcd/data
            - --listen-client-urls=http://0.0.0.0:2379
            - --advertise-client-urls=http://$(POD).${name}:2379
            - --listen-peer-urls=http://0.0.0.0:2380
            - --initial-advertise-peer-urls=http://$(POD).${name}:2380
            - --initial-cluster=<#list 0..<it.members() as n>${name}-${n}=http://${name}-${n}.${name}:2380<#sep>,</#list>
            - --initial-cluster-token=${name}
            - --initial-cluster-state=new
            - --listen-metrics-urls=http://0.0.0.0:2381
          ports:
            - {name: client, containerPort: 2379}
            - {name: peer, containerPort: 2380}
          readinessProbe:
            httpGet: {path: /readyz, port: 2381}
          livenessProbe:
            httpGet: {path: /livez, port: 2381}
            failureThreshold: 8 # a slow disk is no reason to lose a member
          resources:
            requests: {cpu: 250m, memory: 512Mi}
            limits: {memory: 1Gi}
<#if it.kept("a volume for each member")>
          volumeMounts:
            - {name: data, mountPath: /var/lib/etcd}
<@parts.claims "8Gi" />
</#if>
