<#import "../parts.ftl" as parts>
<#assign name = it.name("kafka")>
# Kafka with ${it.members()} brokers that are controllers, too: an acknowledged record is on two of three copies, and one
# broker may be away without stopping a producer. Large clusters have controllers of their own.
# Brokers and clients speak in plain text here; use TLS and SASL where others share the network.
<@parts.headless name=name ports={"client": 9092, "controller": 9093} />
<#if it.kept("a budget for disruptions")>
<@parts.budget name />
</#if>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  CLUSTER_ID: 4L6g3nShT-eMCtK--X86sw # any, but one's own: kafka-storage.sh random-uuid
  KAFKA_PROCESS_ROLES: broker,controller
  KAFKA_CONTROLLER_QUORUM_VOTERS: <#list 0..<it.members() as n>${n}@${name}-${n}.${name}:9093<#sep>,</#list>
  KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
  KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
  KAFKA_INTER_BROKER_LISTENER_NAME: PLAINTEXT
  KAFKA_LOG_DIRS: /var/lib/kafka/data
<#if it.kept("three copies")>
  KAFKA_DEFAULT_REPLICATION_FACTOR: "3"
<#else>
  KAFKA_DEFAULT_REPLICATION_FACTOR: "1"
</#if>
<#if it.kept("a spare copy")>
  KAFKA_MIN_INSYNC_REPLICAS: "2"
<#else>
  KAFKA_MIN_INSYNC_REPLICAS: "3"
</#if>
<#if it.kept("leaders that have every record")>
  KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "false"
<#else>
  KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"
</#if>
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false"
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: "3"
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: "3"
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: "2"
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
<#if it.kept("as many members as there are peers")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  podManagementPolicy: Parallel # the first controller cannot be ready without a majority
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<#if it.kept("one member on each node")>
<@parts.spread "app.kubernetes.io/name: ${name}" />
</#if>
      securityContext: {runAsUser: 1000, fsGroup: 1000}
      terminationGracePeriodSeconds: 120 # a broker hands its partitions over before it goes
      containers:
        - name: kafka
          image: apache/kafka:3.9.1
          envFrom:
            - configMapRef: {name: ${name}}
          command: [bash, -c]
          args:
            - |
              export KAFKA_NODE_ID=${r"${HOSTNAME##*-}"}
              export KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://$HOSTNAME.${name}:9092
              exec /etc/kafka/docker/run
          ports:
            - {name: client, containerPort: 9092}
            - {name: controller, containerPort: 9093}
          startupProbe: # a broker that was killed reads its log first
            tcpSocket: {port: client}
            failureThreshold: 60
          readinessProbe:
            tcpSocket: {port: client}
          livenessProbe:
            tcpSocket: {port: client}
            failureThreshold: 8
          resources:
            requests: {cpu: 500m, memory: 2Gi}
            limits: {memory: 2Gi}
<#if it.kept("a volume for each member")>
          volumeMounts:
            - {name: data, mountPath: /var/lib/kafka}
<@parts.claims "100Gi" />
</#if>
