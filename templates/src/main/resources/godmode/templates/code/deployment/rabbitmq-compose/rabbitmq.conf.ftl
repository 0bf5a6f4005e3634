<#assign name = it.name("rabbitmq")>
cluster_formation.peer_discovery_backend = classic_config
<#list 1..it.members() as n>
cluster_formation.classic_config.nodes.${n} = rabbit@${name}-${n}
</#list>
<#if it.kept("one side of a partition stops")>
cluster_partition_handling = pause_minority
<#else>
cluster_partition_handling = ignore
</#if>
default_queue_type = quorum
