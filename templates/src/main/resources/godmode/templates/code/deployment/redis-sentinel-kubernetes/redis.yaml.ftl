<#import "../parts.ftl" as parts>
<#assign name = it.name("redis")>
<#assign sentinel = name + "-sentinel">
# Redis with a primary and two replicas, and ${it.members()} Sentinels that promote a replica when ${it.members() - it.spare()} of them agree.
# Replication is asynchronous: a failover may lose the last writes. A primary that no replica hears stops taking writes.
# Servers, Sentinels and clients speak in plain text and without a password here.
<@parts.headless name=name ports={"redis": 6379} />
<@parts.headless name=sentinel ports={"sentinel": 26379} />
<@parts.budget name />
<@parts.budget sentinel />
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  redis.conf: |
    dir /data
    appendonly yes
<#if it.kept("a primary that nobody hears takes no writes")>
    min-replicas-to-write 1
    min-replicas-max-lag 10
</#if>
  sentinel.conf: |
    dir /data
    sentinel resolve-hostnames yes
    sentinel announce-hostnames yes
<#if it.kept("a majority of the Sentinels agrees")>
    sentinel monitor primary ${name}-0.${name} 6379 ${it.members() - it.spare()}
<#else>
    sentinel monitor primary ${name}-0.${name} 6379 1
</#if>
    sentinel down-after-milliseconds primary 5000
    sentinel failover-timeout primary 60000
    sentinel parallel-syncs primary 1
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
  replicas: 3
  podManagementPolicy: Parallel
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<@parts.spread "app.kubernetes.io/name: ${name}" />
      securityContext: {runAsUser: 999, runAsGroup: 1000, fsGroup: 1000}
      containers:
        - name: redis
          image: redis:7.4
          command: [sh, -c]
          args: # whom the Sentinels hold for the primary; the first member where none of them knows
            - |
              known=$(redis-cli -h ${sentinel} -p 26379 sentinel get-master-addr-by-name primary | head -n 1)
              primary=$(echo "$known" | grep "^${name}-" || echo ${name}-0.${name})
              self=$HOSTNAME.${name}
              set -- /etc/redis/redis.conf --replica-announce-ip "$self"
              [ "$primary" = "$self" ] || set -- "$@" --replicaof "$primary" 6379
              exec redis-server "$@"
          ports:
            - {name: redis, containerPort: 6379}
          readinessProbe:
            exec: {command: [redis-cli, ping]}
          livenessProbe:
            exec: {command: [redis-cli, ping]}
            failureThreshold: 8
          resources:
            requests: {cpu: 100m, memory: 512Mi}
            limits: {memory: 1Gi}
          volumeMounts:
            - {name: config, mountPath: /etc/redis}
<#if it.kept("a volume for each member")>
            - {name: data, mountPath: /data}
</#if>
      volumes:
        - name: config
          configMap: {name: ${name}}
<#if it.kept("a volume for each member")>
<@parts.claims "10Gi" />
</#if>
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${sentinel}
spec:
  serviceName: ${sentinel}
<#if it.kept("enough Sentinels for a majority")>
  replicas: ${it.members()}
<#else>
  replicas: 2
</#if>
  podManagementPolicy: Parallel
  selector:
    matchLabels: {app.kubernetes.io/name: ${sentinel}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${sentinel}}
    spec:
<@parts.spread "app.kubernetes.io/name: ${sentinel}" />
      securityContext: {runAsUser: 999, runAsGroup: 1000, fsGroup: 1000}
      containers:
        - name: sentinel
          image: redis:7.4
          command: [sh, -c]
          args: # a Sentinel writes into its configuration what it has learned
            - |
              [ -f /data/sentinel.conf ] || cp /etc/redis/sentinel.conf /data/sentinel.conf
              exec redis-sentinel /data/sentinel.conf --sentinel announce-ip "$HOSTNAME.${sentinel}"
          ports:
            - {name: sentinel, containerPort: 26379}
          readinessProbe:
            exec: {command: [redis-cli, -p, "26379", ping]}
          livenessProbe:
            exec: {command: [redis-cli, -p, "26379", ping]}
            failureThreshold: 8
          resources:
            requests: {cpu: 50m, memory: 64Mi}
            limits: {memory: 128Mi}
          volumeMounts:
            - {name: config, mountPath: /etc/redis}
            - {name: data, mountPath: /data}
      volumes:
        - name: config
          configMap: {name: ${name}}
<@parts.claims "1Gi" />
