<#assign name = it.name("zookeeper")>
# ZooKeeper with ${it.members()} members, for Pravega's operator: it goes on without ${it.spare()} of them.
apiVersion: zookeeper.pravega.io/v1beta1
kind: ZookeeperCluster
metadata:
  name: ${name}
spec:
<#if it.kept("an odd number of members")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
<#if it.kept("a budget for disruptions")>
  maxUnavailableReplicas: 1 # a drain takes one member at a time
<#else>
  maxUnavailableReplicas: ${it.members() - it.spare()}
</#if>
<#if it.kept("volumes that outlive pods")>
  storageType: persistence
  persistence:
    reclaimPolicy: Retain
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 20Gi}}
<#else>
  storageType: ephemeral
</#if>
  config:
    autoPurgePurgeInterval: 24 # hours; else logs grow until the disk is full
    quorumListenOnAllIPs: true
  pod:
    resources:
      requests: {cpu: 250m, memory: 1Gi}
      limits: {memory: 1Gi}
    affinity:
      podAntiAffinity:
<#if it.kept("one member on each node")>
        requiredDuringSchedulingIgnoredDuringExecution:
          - topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels: {app: ${name}}
<#else>
        preferredDuringSchedulingIgnoredDuringExecution:
          - weight: 20
            podAffinityTerm:
              topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels: {app: ${name}}
</#if>
