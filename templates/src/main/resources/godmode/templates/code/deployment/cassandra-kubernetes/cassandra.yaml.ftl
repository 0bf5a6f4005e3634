<#import "../parts.ftl" as parts>
<#assign name = it.name("cassandra")>
# Cassandra with ${it.members()} nodes: with three copies of each row, and reads and writes at LOCAL_QUORUM, one of them may be
# away. The topology is that of one data centre; a rack is not told.
<@parts.headless name=name ports={"cql": 9042, "peer": 7000} />
<@parts.budget name />
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
<#if it.kept("as many nodes as copies")>
  replicas: ${it.members()}
<#else>
  replicas: 1
</#if>
  podManagementPolicy: OrderedReady # nodes join one after the other
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<@parts.spread "app.kubernetes.io/name: ${name}" />
      securityContext: {runAsUser: 999, fsGroup: 999}
      terminationGracePeriodSeconds: 180
      containers:
        - name: cassandra
          image: cassandra:5.0
          env:
            - {name: CASSANDRA_CLUSTER_NAME, value: ${name}}
            - {name: CASSANDRA_SEEDS, value: "${name}-0.${name},${name}-1.${name}"}
            - {name: CASSANDRA_ENDPOINT_SNITCH, value: GossipingPropertyFileSnitch}
            - {name: CASSANDRA_DC, value: dc1}
            - {name: MAX_HEAP_SIZE, value: 2G}
            - {name: HEAP_NEWSIZE, value: 400M}
          ports:
            - {name: cql, containerPort: 9042}
            - {name: peer, containerPort: 7000}
          startupProbe: # a node that joins streams its share first
            tcpSocket: {port: cql}
            periodSeconds: 10
            failureThreshold: 180
          readinessProbe:
            tcpSocket: {port: cql}
          livenessProbe:
            tcpSocket: {port: cql}
            failureThreshold: 8
          lifecycle:
            preStop:
              exec: {command: [nodetool, drain]}
          resources:
            requests: {cpu: "1", memory: 4Gi}
            limits: {memory: 4Gi}
<#if it.kept("a volume for each member")>
          volumeMounts:
            - {name: data, mountPath: /var/lib/cassandra}
<@parts.claims "100Gi" />
</#if>
