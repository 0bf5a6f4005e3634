# Kafka with ${it.members()} brokers, for the Strimzi operator: an acknowledged record is on two of three copies, and
# one broker may be away without stopping a producer.
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaNodePool
metadata:
  name: kafka
  labels: {strimzi.io/cluster: kafka}
spec:
  replicas: ${it.members()}
  roles: [controller, broker]
  storage:
    type: persistent-claim
    size: 100Gi
    deleteClaim: false
  template:
    pod:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: {strimzi.io/cluster: kafka}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata:
  name: kafka
  annotations: {strimzi.io/kraft: enabled, strimzi.io/node-pools: enabled}
spec:
  kafka:
    version: 3.9.0
    rack: {topologyKey: topology.kubernetes.io/zone} # copies of a partition in different zones
    listeners:
      - {name: tls, port: 9093, type: internal, tls: true}
    config:
<#if it.kept("three copies")>
      default.replication.factor: 3
<#else>
      default.replication.factor: 1
</#if>
<#if it.kept("a spare copy")>
      min.insync.replicas: 2
<#else>
      min.insync.replicas: 3
</#if>
<#if it.kept("leaders that have every record")>
      unclean.leader.election.enable: false
<#else>
      unclean.leader.election.enable: true
</#if>
      auto.create.topics.enable: false
      offsets.topic.replication.factor: 3
      transaction.state.log.replication.factor: 3
      transaction.state.log.min.isr: 2
  entityOperator:
    topicOperator: {}
    userOperator: {}
---
# One topic, as a pattern for yours. Producers need acks=all, which is the default since 3.0.
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata:
  name: events
  labels: {strimzi.io/cluster: kafka}
spec:
  partitions: 6
<#if it.kept("three copies")>
  replicas: 3
<#else>
  replicas: 1
</#if>
  config:
<#if it.kept("a spare copy")>
    min.insync.replicas: 2
<#else>
    min.insync.replicas: 3
</#if>
    retention.ms: 604800000 # 7 days
