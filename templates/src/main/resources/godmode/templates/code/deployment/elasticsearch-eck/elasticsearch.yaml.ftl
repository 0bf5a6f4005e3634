<#import "../parts.ftl" as parts>
<#assign name = it.name("elasticsearch")>
# Elasticsearch with ${it.members()} nodes that may all become master, for Elastic's operator: it goes on without ${it.spare()} of them.
# An index needs a replica (number_of_replicas: 1) to outlive a node.
apiVersion: elasticsearch.k8s.elastic.co/v1
kind: Elasticsearch
metadata:
  name: ${name}
  annotations: {eck.k8s.elastic.co/downward-node-labels: topology.kubernetes.io/zone}
spec:
  version: 9.1.2
  podDisruptionBudget:
    spec:
<#if it.kept("a budget for disruptions")>
      maxUnavailable: 1
<#else>
      maxUnavailable: ${it.members() - it.spare()}
</#if>
      selector:
        matchLabels: {elasticsearch.k8s.elastic.co/cluster-name: ${name}}
  updateStrategy:
    changeBudget: {maxUnavailable: 1, maxSurge: 0}
  nodeSets:
    - name: default
      count: ${it.members()}
      config:
        node.roles: [master, data, ingest]
        node.attr.zone: ${r"${ZONE}"}
        cluster.routing.allocation.awareness.attributes: k8s_node_name,zone
      podTemplate:
        spec:
          topologySpreadConstraints:
<#if it.kept("one node of the cluster on each node")>
<@parts.constraints labels="elasticsearch.k8s.elastic.co/cluster-name: ${name}" indent=12 />
<#else>
<@parts.constraints labels="elasticsearch.k8s.elastic.co/cluster-name: ${name}" indent=12 unless="ScheduleAnyway" />
</#if>
          containers:
            - name: elasticsearch
              env:
                - name: ZONE
                  valueFrom:
                    fieldRef: {fieldPath: "metadata.annotations['topology.kubernetes.io/zone']"}
              resources:
                requests: {cpu: "1", memory: 4Gi}
                limits: {memory: 4Gi}
      volumeClaimTemplates:
        - metadata: {name: elasticsearch-data}
          spec:
            accessModes: [ReadWriteOnce]
            resources: {requests: {storage: 100Gi}}
