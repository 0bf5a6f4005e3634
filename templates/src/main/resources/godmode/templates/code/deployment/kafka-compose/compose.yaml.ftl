<#assign name = it.name("kafka")>
# Kafka with ${it.members()} brokers on one machine, for local work: settings as in production, so that a broker can be
# stopped to see what happens. All copies share the machine's disk.
name: ${name}
x-broker: &broker
  image: apache/kafka:3.9.1
  restart: unless-stopped
x-settings: &settings
  CLUSTER_ID: 4L6g3nShT-eMCtK--X86sw
  KAFKA_PROCESS_ROLES: broker,controller
  KAFKA_CONTROLLER_QUORUM_VOTERS: <#list 1..it.members() as n>${n}@${name}-${n}:9093<#sep>,</#list>
  KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
  KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
  KAFKA_INTER_BROKER_LISTENER_NAME: PLAINTEXT
  KAFKA_LOG_DIRS: /var/lib/kafka/data
<#if it.kept("three copies")>
  KAFKA_DEFAULT_REPLICATION_FACTOR: 3
<#else>
  KAFKA_DEFAULT_REPLICATION_FACTOR: 1
</#if>
<#if it.kept("a spare copy")>
  KAFKA_MIN_INSYNC_REPLICAS: 2
<#else>
  KAFKA_MIN_INSYNC_REPLICAS: 3
</#if>
<#if it.kept("leaders that have every record")>
  KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "false"
<#else>
  KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"
</#if>
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false"
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 3
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: 3
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: 2
services:
<#list 1..it.members() as n>
  ${name}-${n}:
    <<: *broker
    environment:
      <<: *settings
      KAFKA_NODE_ID: ${n}
      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://${name}-${n}:9092
<#if it.kept("a volume for each broker")>
    volumes: [${name}-${n}:/var/lib/kafka/data]
</#if>
</#list>
volumes:
<#list 1..it.members() as n>
  ${name}-${n}: {}
</#list>
