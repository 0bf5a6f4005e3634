<#assign name = it.name("redis")>
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
<#if it.kept("a majority of the Sentinels agrees")>
sentinel monitor primary ${name}-1 6379 ${it.members() - it.spare()}
<#else>
sentinel monitor primary ${name}-1 6379 1
</#if>
sentinel down-after-milliseconds primary 5000
sentinel failover-timeout primary 60000
