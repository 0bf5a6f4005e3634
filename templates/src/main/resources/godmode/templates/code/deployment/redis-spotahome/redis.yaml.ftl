<#assign name = it.name("redis")>
# Redis with a primary and two replicas, for Spotahome's operator, and ${it.members()} Sentinels that promote a replica when a majority
# agrees. Replication is asynchronous: a failover may lose the last writes. A primary that no replica hears stops
# taking writes.
apiVersion: databases.spotahome.com/v1
kind: RedisFailover
metadata:
  name: ${name}
spec:
  sentinel:
<#if it.kept("enough Sentinels for a majority")>
    replicas: ${it.members()}
<#else>
    replicas: 2
</#if>
    customConfig:
      - "down-after-milliseconds 5000"
      - "failover-timeout 60000"
    resources:
      requests: {cpu: 50m, memory: 64Mi}
      limits: {memory: 128Mi}
    affinity:
      podAntiAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          - topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels: {app.kubernetes.io/component: sentinel, app.kubernetes.io/name: ${name}}
  redis:
    replicas: 3
    customConfig:
      - "appendonly yes"
<#if it.kept("a primary that nobody hears takes no writes")>
      - "min-replicas-to-write 1"
      - "min-replicas-max-lag 10"
</#if>
    storage:
      keepAfterDeletion: true
      persistentVolumeClaim:
        metadata: {name: ${name}-data}
        spec:
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 10Gi}}
    resources:
      requests: {cpu: 100m, memory: 512Mi}
      limits: {memory: 1Gi}
    affinity:
      podAntiAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          - topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels: {app.kubernetes.io/component: redis, app.kubernetes.io/name: ${name}}
