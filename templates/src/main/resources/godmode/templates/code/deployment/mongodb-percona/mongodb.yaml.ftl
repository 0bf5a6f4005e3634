<#assign name = it.name("mongodb")>
# A replica set of MongoDB with ${it.members()} members that all hold data, for Percona's operator: it takes writes without ${it.spare()} of
# them. Passwords are in the secret ${name}-users, which the operator makes.
apiVersion: psmdb.percona.com/v1
kind: PerconaServerMongoDB
metadata:
  name: ${name}
spec:
  crVersion: 1.20.1
  image: percona/percona-server-mongodb:8.0.8-3
  secrets: {users: ${name}-users}
  replsets:
    - name: rs0
<#if it.kept("members that hold data")>
<#if it.kept("an odd number of members")>
      size: ${it.members()}
<#else>
      size: ${it.members() - 1}
</#if>
<#else>
      size: ${it.members() - 1}
      arbiter: {enabled: true, size: 1}
</#if>
<#if it.kept("one member on each node")>
      affinity: {antiAffinityTopologyKey: kubernetes.io/hostname}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
<#if it.zones() gt 0>
          minDomains: ${it.zones()}
</#if>
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: {app.kubernetes.io/instance: ${name}}
<#else>
      affinity: {antiAffinityTopologyKey: none}
</#if>
<#if it.kept("a budget for disruptions")>
      podDisruptionBudget: {maxUnavailable: 1}
<#else>
      podDisruptionBudget: {maxUnavailable: ${it.members() - it.spare()}}
</#if>
      volumeSpec:
        persistentVolumeClaim:
          resources: {requests: {storage: 50Gi}}
      resources:
        requests: {cpu: 500m, memory: 2Gi}
        limits: {memory: 2Gi}
  sharding: {enabled: false}
