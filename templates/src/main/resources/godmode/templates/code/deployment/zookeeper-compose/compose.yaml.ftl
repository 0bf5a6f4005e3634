# ZooKeeper with ${it.members()} members on one machine, for local work: settings as in production, so that a member can be stopped
# to see what happens. All copies share the machine's disk.
<#assign name = it.name("zookeeper")>
name: ${name}
services:
<#list 1..it.members() as n>
<#if it.kept("as many members as there are peers") || n != it.members()>
  ${name}-${n}:
    image: zookeeper:3.9.3
    restart: unless-stopped
    hostname: ${name}-${n}
    environment:
      ZOO_MY_ID: ${n}
      ZOO_SERVERS: <#list 1..it.members() as m>server.${m}=${name}-${m}:2888:3888;2181<#sep> </#list>
      ZOO_4LW_COMMANDS_WHITELIST: ruok,srvr
<#if it.kept("a volume for each member")>
    volumes: ["${name}-${n}:/data", "${name}-${n}-log:/datalog"]
</#if>
    healthcheck:
      test: [CMD-SHELL, "echo srvr | nc -w 2 localhost 2181 | grep Mode"]
      interval: 5s
</#if>
</#list>
<#if it.kept("a volume for each member")>
volumes:
<#list 1..it.members() as n>
  ${name}-${n}: {}
  ${name}-${n}-log: {}
</#list>
</#if>
