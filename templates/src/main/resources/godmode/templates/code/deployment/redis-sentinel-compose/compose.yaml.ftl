# Redis with a primary, two replicas and ${it.members()} Sentinels on one machine, for local work: stop the primary, and ${it.members() - it.spare()} Sentinels
# promote a replica. A primary that no replica hears stops taking writes.
<#assign name = it.name("redis")>
name: ${name}
services:
<#list 1..3 as n>
  ${name}-${n}:
    image: redis:7.4
    restart: unless-stopped
    hostname: ${name}-${n}
    command:
      - redis-server
      - --appendonly
      - "yes"
<#if it.kept("a primary that nobody hears takes no writes")>
      - --min-replicas-to-write
      - "1"
      - --min-replicas-max-lag
      - "10"
</#if>
      - --replica-announce-ip
      - ${name}-${n}
<#if n != 1>
      - --replicaof
      - ${name}-1
      - "6379"
</#if>
<#if it.kept("a volume for each member")>
    volumes: [${name}-${n}:/data]
</#if>
    healthcheck:
      test: [CMD, redis-cli, ping]
      interval: 5s
</#list>
<#assign sentinels = it.kept("enough Sentinels for a majority")?then(it.members(), 2)>
<#list 1..sentinels as n>
  ${name}-sentinel-${n}:
    image: redis:7.4
    restart: unless-stopped
    hostname: ${name}-sentinel-${n}
    depends_on: [${name}-1]
    command: # a Sentinel writes into its configuration what it has learned
      - sh
      - -c
      - |
        [ -f /data/sentinel.conf ] || cp /etc/redis/sentinel.conf /data/sentinel.conf
        exec redis-sentinel /data/sentinel.conf --sentinel announce-ip ${name}-sentinel-${n}
    volumes:
      - ./sentinel.conf:/etc/redis/sentinel.conf:ro
      - ${name}-sentinel-${n}:/data
</#list>
volumes:
<#if it.kept("a volume for each member")>
<#list 1..3 as n>
  ${name}-${n}: {}
</#list>
</#if>
<#list 1..sentinels as n>
  ${name}-sentinel-${n}: {}
</#list>
