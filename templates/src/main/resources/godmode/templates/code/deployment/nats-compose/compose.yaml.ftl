# NATS with JetStream on ${it.members()} servers on one machine, for local work: settings as in production, so that a server can be
# stopped to see what happens. Make streams with --replicas=3. All copies share the machine's disk.
<#assign name = it.name("nats")>
name: ${name}
services:
<#list 1..it.members() as n>
  ${name}-${n}:
    image: nats:2.11-alpine
    restart: unless-stopped
    command:
      - --server_name=${name}-${n}
      - --jetstream
      - --store_dir=/data
      - --cluster_name=${name}
      - --cluster=nats://0.0.0.0:6222
      - --routes=<#list 1..it.members() as m>nats://${name}-${m}:6222<#sep>,</#list>
      - --http_port=8222
<#if it.kept("a volume for each member")>
    volumes: [${name}-${n}:/data]
</#if>
    healthcheck:
      test: [CMD, wget, -q, -O, "-", "http://localhost:8222/healthz?js-server-only=true"]
      interval: 5s
</#list>
<#if it.kept("a volume for each member")>
volumes:
<#list 1..it.members() as n>
  ${name}-${n}: {}
</#list>
</#if>
