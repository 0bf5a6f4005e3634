<#assign name = it.name("cassandra")>
# Cassandra with ${it.members()} nodes in three racks, for cass-operator: with three copies of each row, and reads and writes at
# LOCAL_QUORUM, a rack may be away. The operator makes the budget by itself.
apiVersion: cassandra.datastax.com/v1beta1
kind: CassandraDatacenter
metadata:
  name: dc1
spec:
  clusterName: ${name}
  serverType: cassandra
  serverVersion: 5.0.4
<#if it.kept("as many nodes as copies")>
  size: ${it.members()}
<#else>
  size: 1
</#if>
  managementApiAuth:
    insecure: {} # certificates where others share the network
  racks: # give each nodeAffinityLabels with a zone of yours
    - {name: rack1}
    - {name: rack2}
    - {name: rack3}
  allowMultipleNodesPerWorker: false
  resources:
    requests: {cpu: "1", memory: 4Gi}
    limits: {memory: 4Gi}
  storageConfig:
    cassandraDataVolumeClaimSpec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 100Gi}}
  config:
    cassandra-yaml: {num_tokens: 16}
    jvm-server-options: {initial_heap_size: 2G, max_heap_size: 2G}
