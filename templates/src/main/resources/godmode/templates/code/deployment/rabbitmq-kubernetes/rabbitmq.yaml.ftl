<#import "../parts.ftl" as parts>
<#assign name = it.name("rabbitmq")>
# RabbitMQ with ${it.members()} members and quorum queues: it goes on without ${it.spare()} of them. The members know each other
# by a secret that is made once:
#   kubectl create secret generic ${name}-cookie --from-literal=cookie=$(openssl rand -hex 32)
<@parts.headless name=name ports={"amqp": 5672, "management": 15672, "epmd": 4369, "peer": 25672} />
<#if it.kept("a budget for disruptions")>
<@parts.budget name />
</#if>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  rabbitmq.conf: |
    cluster_formation.peer_discovery_backend = classic_config
<#list 0..<it.members() as n>
    cluster_formation.classic_config.nodes.${n + 1} = rabbit@${name}-${n}.${name}
</#list>
<#if it.kept("one side of a partition stops")>
    cluster_partition_handling = pause_minority
<#else>
    cluster_partition_handling = ignore
</#if>
    default_queue_type = quorum
    quorum_queue.initial_cluster_size = 3
  enabled_plugins: |
    [rabbitmq_management,rabbitmq_prometheus].
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
<#if it.kept("an odd number of members")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  podManagementPolicy: Parallel # members wait for each other after all were stopped
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<#if it.kept("one member on each node")>
<@parts.spread "app.kubernetes.io/name: ${name}" />
</#if>
      securityContext: {runAsUser: 999, runAsGroup: 999, fsGroup: 999}
      terminationGracePeriodSeconds: 600 # queues get a new leader before a member goes
      initContainers:
        - name: cookie # Erlang wants the file to be readable by its owner alone
          image: rabbitmq:4.1-management
          command: [sh, -c, "install -m 600 /secret/cookie /var/lib/rabbitmq/.erlang.cookie"]
          volumeMounts:
            - {name: cookie, mountPath: /secret}
            - {name: data, mountPath: /var/lib/rabbitmq}
      containers:
        - name: rabbitmq
          image: rabbitmq:4.1-management
          env:
            - name: POD
              valueFrom: {fieldRef: {fieldPath: metadata.name}}
            - {name: RABBITMQ_USE_LONGNAME, value: "true"}
            - {name: RABBITMQ_NODENAME, value: rabbit@$(POD).${name}}
          ports:
            - {name: amqp, containerPort: 5672}
            - {name: management, containerPort: 15672}
          readinessProbe:
            exec: {command: [rabbitmq-diagnostics, --quiet, check_port_connectivity]}
            timeoutSeconds: 10
            periodSeconds: 15
          livenessProbe: # asks the node alone, never the cluster
            exec: {command: [rabbitmq-diagnostics, --quiet, ping]}
            timeoutSeconds: 10
            periodSeconds: 30
            failureThreshold: 5
          lifecycle:
            preStop:
              exec: {command: [rabbitmq-upgrade, --timeout, "500", await_online_quorum_plus_one]}
          resources:
            requests: {cpu: 500m, memory: 2Gi}
            limits: {memory: 2Gi}
          volumeMounts:
            - {name: config, mountPath: /etc/rabbitmq/rabbitmq.conf, subPath: rabbitmq.conf}
            - {name: config, mountPath: /etc/rabbitmq/enabled_plugins, subPath: enabled_plugins}
            - {name: data, mountPath: /var/lib/rabbitmq}
      volumes:
        - name: config
          configMap: {name: ${name}}
        - name: cookie
          secret: {secretName: ${name}-cookie}
<#if it.kept("a volume for each member")>
<@parts.claims "20Gi" />
<#else>
        - name: data
          emptyDir: {}
</#if>
