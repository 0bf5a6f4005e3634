<#import "../parts.ftl" as parts>
<#assign name = it.name("cockroachdb")>
# CockroachDB with ${it.members()} nodes, for its operator: each range has three copies, and one of the nodes that hold it may be away.
apiVersion: crdb.cockroachlabs.com/v1alpha1
kind: CrdbCluster
metadata:
  name: ${name}
spec:
  cockroachDBVersion: v25.2.5
<#if it.kept("enough nodes for a majority")>
  nodes: ${it.members()}
<#else>
  nodes: 1
</#if>
  maxUnavailable: 1
  tlsEnabled: true
  topologySpreadConstraints:
<@parts.constraints labels="app.kubernetes.io/instance: ${name}" indent=4 />
  resources:
    requests: {cpu: "2", memory: 8Gi}
    limits: {cpu: "2", memory: 8Gi}
  dataStore:
    pvc:
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 100Gi}}
        volumeMode: Filesystem
