<#assign name = it.name("mysql")>
# MySQL with Galera on ${it.members()} nodes, for Percona's operator: a commit is on all nodes that are there, and the cluster goes on
# without ${it.spare()} of them.
apiVersion: pxc.percona.com/v1
kind: PerconaXtraDBCluster
metadata:
  name: ${name}
spec:
  crVersion: 1.17.0
  secretsName: ${name}-secrets
  pxc:
<#if it.kept("an odd number of members")>
    size: ${it.members()}
<#else>
    size: ${it.members() - 1}
</#if>
    image: percona/percona-xtradb-cluster:8.0.42
    autoRecovery: true
<#if it.kept("one side of a partition stops")>
    configuration: |
      [mysqld]
      innodb_flush_log_at_trx_commit = 1
<#else>
    configuration: |
      [mysqld]
      wsrep_provider_options = "pc.ignore_sb=true"
</#if>
<#if it.kept("one member on each node")>
    affinity: {antiAffinityTopologyKey: kubernetes.io/hostname}
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
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 50Gi}}
    resources:
      requests: {cpu: "1", memory: 2Gi}
      limits: {memory: 2Gi}
  haproxy:
    enabled: true
    size: 3
    image: percona/haproxy:2.8.14
    affinity: {antiAffinityTopologyKey: kubernetes.io/hostname}
    podDisruptionBudget: {maxUnavailable: 1}
