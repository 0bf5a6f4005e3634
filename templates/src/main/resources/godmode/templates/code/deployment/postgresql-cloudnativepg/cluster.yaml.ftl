<#import "../parts.ftl" as parts>
<#assign name = it.name("postgresql")>
# PostgreSQL with ${it.members()} instances, for the CloudNativePG operator: a commit is on two of them, and one standby may be away
# without stopping a commit. A standby is promoted only where no acknowledged commit can be missing.
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: ${name}
spec:
  instances: ${it.members()}
  imageName: ghcr.io/cloudnative-pg/postgresql:17.6
  primaryUpdateStrategy: unsupervised
  postgresql:
    synchronous:
      method: any
<#if it.kept("a spare standby")>
      number: 1
<#else>
      number: ${it.members() - 1}
</#if>
      dataDurability: required # preferred would go on without a standby
      failoverQuorum: true
  affinity:
    enablePodAntiAffinity: true
    podAntiAffinityType: required
    topologyKey: kubernetes.io/hostname
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
<#if it.zones() gt 0>
      minDomains: ${it.zones()}
</#if>
      whenUnsatisfiable: DoNotSchedule
      labelSelector:
        matchLabels: {cnpg.io/cluster: ${name}}
  enablePDB: true
  storage: {size: 50Gi}
  walStorage: {size: 10Gi} # a full log must not fill the data's disk
  resources:
    requests: {cpu: "1", memory: 2Gi}
    limits: {memory: 2Gi}
  bootstrap:
    initdb: {database: app, owner: app, dataChecksums: true}
