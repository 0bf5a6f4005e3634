<#import "../parts.ftl" as parts>
<#assign name = it.name("kafka")>
# Kafka with ${it.members()} brokers, for the Strimzi operator: an acknowledged record is on two of three copies, and
# one broker may be away without stopping a producer.
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: ${name}
  labels: {strimzi.io/cluster: ${name}}
spec:
  replicas: ${it.members()}
  roles: [controller, broker]
  storage:
    type: jbod
    volumes:
      - {id: 0, type: persistent-claim, size: 100Gi, deleteClaim: false, kraftMetadata: shared}
  template:
    pod:
<@parts.spread "strimzi.io/cluster: ${name}" />
---
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: ${name}
spec:
  kafka:
    version: 4.3.1
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
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: events
  labels: {strimzi.io/cluster: ${name}}
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
