<#import "../parts.ftl" as parts>
<#assign name = it.name("rabbitmq")>
# RabbitMQ with ${it.members()} members and quorum queues, for the cluster operator: it goes on without ${it.spare()} of them.
<#if it.kept("a budget for disruptions")>
<@parts.budget name />
</#if>
apiVersion: rabbitmq.com/v1beta1
kind: RabbitmqCluster
metadata:
  name: ${name}
spec:
<#if it.kept("an odd number of members")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  rabbitmq:
    additionalConfig: |
<#if it.kept("one side of a partition stops")>
      cluster_partition_handling = pause_minority
<#else>
      cluster_partition_handling = ignore
</#if>
      default_queue_type = quorum
      quorum_queue.initial_cluster_size = 3
  persistence: {storage: 20Gi}
  resources:
    requests: {cpu: 500m, memory: 2Gi}
    limits: {cpu: "2", memory: 2Gi}
  override:
    statefulSet:
      spec:
        template:
          spec:
            containers: []
            topologySpreadConstraints:
<#if it.kept("one member on each node")>
<@parts.constraints labels="app.kubernetes.io/name: ${name}" indent=14 />
<#else>
<@parts.constraints labels="app.kubernetes.io/name: ${name}" indent=14 unless="ScheduleAnyway" />
</#if>
