# etcd with ${it.members()} members: it goes on without ${it.spare()} of them, and stops before it tells two truths.
# Peers and clients speak plain HTTP here; use certificates where others share the network.
apiVersion: v1
kind: Service
metadata:
  name: etcd
  labels: {app.kubernetes.io/name: etcd}
spec:
  clusterIP: None # a name for each member
  publishNotReadyAddresses: true # members find each other before they are ready
  selector: {app.kubernetes.io/name: etcd}
  ports:
    - {name: client, port: 2379}
    - {name: peer, port: 2380}
---
<#if it.kept("a budget for disruptions")>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: etcd
spec:
  maxUnavailable: 1 # a drain takes one member at a time
  selector:
    matchLabels: {app.kubernetes.io/name: etcd}
---
</#if>
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: etcd
spec:
  serviceName: etcd
<#if it.kept("as many members as there are peers")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  podManagementPolicy: Parallel # the first member cannot be ready without a majority
  selector:
    matchLabels: {app.kubernetes.io/name: etcd}
  template:
    metadata:
      labels: {app.kubernetes.io/name: etcd}
    spec:
<#if it.kept("one member on each node")>
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: {app.kubernetes.io/name: etcd}
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: {app.kubernetes.io/name: etcd}
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
            - --advertise-client-urls=http://$(POD).etcd:2379
            - --listen-peer-urls=http://0.0.0.0:2380
            - --initial-advertise-peer-urls=http://$(POD).etcd:2380
            - --initial-cluster=<#list 0..<it.members() as n>etcd-${n}=http://etcd-${n}.etcd:2380<#sep>,</#list>
            - --initial-cluster-token=etcd
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
          volumeMounts:
            - {name: data, mountPath: /var/lib/etcd}
  volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 8Gi}}
