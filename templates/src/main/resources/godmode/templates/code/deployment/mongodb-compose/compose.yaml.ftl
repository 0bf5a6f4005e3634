# A replica set of MongoDB with ${it.members()} members on one machine, for local work: it takes writes without ${it.spare()} of them. No passwords.
<#assign name = it.name("mongodb")>
name: ${name}
services:
<#list 1..it.members() as n>
  ${name}-${n}:
    image: mongo:8.0
    restart: unless-stopped
    command: [mongod, --replSet, ${name}, --bind_ip_all]
<#if it.kept("a volume for each member")>
    volumes: [${name}-${n}:/data/db]
</#if>
    healthcheck:
      test: [CMD, mongosh, --quiet, --eval, db.adminCommand('ping').ok]
      interval: 5s
</#list>
  initiate:
    image: mongo:8.0
    restart: on-failure
    depends_on:
<#list 1..it.members() as n>
      ${name}-${n}: {condition: service_healthy}
</#list>
    entrypoint:
      - mongosh
      - --host=${name}-1
      - --eval
      - >-
        try { rs.status() } catch (none) { rs.initiate({_id: '${name}', members: [
<#list 1..it.members() as n>
        {_id: ${n - 1}, host: '${name}-${n}:27017'}<#sep>,</#sep>
</#list>
        ]}) }
<#if it.kept("a volume for each member")>
volumes:
<#list 1..it.members() as n>
  ${name}-${n}: {}
</#list>
</#if>
