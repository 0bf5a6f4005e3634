<#assign name = it.name("redis")>
# Redis with a primary and two replicas, for Opstree's operator, and ${it.members()} Sentinels that promote a replica when ${it.members() - it.spare()} of them
# agree. Replication is asynchronous: a failover may lose the last writes. A primary that no replica hears stops
# taking writes.
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}-settings
data:
  redis-additional.conf: |
    appendonly yes
<#if it.kept("a primary that nobody hears takes no writes")>
    min-replicas-to-write 1
    min-replicas-max-lag 10
</#if>
---
apiVersion: redis.redis.opstreelabs.in/v1beta2
kind: RedisReplication
metadata:
  name: ${name}
spec:
  clusterSize: 3
  kubernetesConfig:
    image: quay.io/opstree/redis:v7.0.15
    resources:
      requests: {cpu: 100m, memory: 512Mi}
      limits: {memory: 1Gi}
  redisConfig: {additionalRedisConfig: ${name}-settings}
  pdb: {enabled: true, maxUnavailable: 1}
  affinity:
    podAntiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels: {app: ${name}}
  storage:
    volumeClaimTemplate:
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 10Gi}}
---
apiVersion: redis.redis.opstreelabs.in/v1beta2
kind: RedisSentinel
metadata:
  name: ${name}-sentinel
spec:
<#if it.kept("enough Sentinels for a majority")>
  clusterSize: ${it.members()}
<#else>
  clusterSize: 2
</#if>
  kubernetesConfig:
    image: quay.io/opstree/redis-sentinel:v7.0.15
    resources:
      requests: {cpu: 50m, memory: 64Mi}
      limits: {memory: 128Mi}
  redisSentinelConfig:
    redisReplicationName: ${name}
<#if it.kept("a majority of the Sentinels agrees")>
    quorum: "${it.members() - it.spare()}"
<#else>
    quorum: "1"
</#if>
    downAfterMilliseconds: "5000"
    failoverTimeout: "60000"
  pdb: {enabled: true, maxUnavailable: 1}
  affinity:
    podAntiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels: {app: ${name}-sentinel-sentinel}
