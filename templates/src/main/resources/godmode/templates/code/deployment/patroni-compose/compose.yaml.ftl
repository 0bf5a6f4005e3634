# PostgreSQL with ${it.members()} members under Patroni, and three of etcd, on one machine, for local work: stop the primary, and a
# standby that has every commit takes over. The passwords are for local work only.
<#assign name = it.name("patroni")>
name: ${name}
x-patroni: &patroni
  image: ghcr.io/zalando/spilo-17:4.0-p3
  restart: unless-stopped
  depends_on: [etcd-1, etcd-2, etcd-3]
x-settings: &settings
  SCOPE: ${name}
  ETCD3_HOSTS: "'etcd-1:2379','etcd-2:2379','etcd-3:2379'"
  PGROOT: /home/postgres/pgdata/pgroot
  PGPASSWORD_SUPERUSER: local-work-only
  PGPASSWORD_STANDBY: local-work-only
  SPILO_CONFIGURATION: |
    bootstrap:
      dcs:
        synchronous_mode: true
        synchronous_mode_strict: true
        failsafe_mode: true
<#if it.kept("a lease that outlasts the retries")>
        ttl: 30
<#else>
        ttl: 20
</#if>
        loop_wait: 10
        retry_timeout: 10
services:
<#list 1..it.members() as n>
  ${name}-${n}:
    <<: *patroni
    hostname: ${name}-${n}
    environment: *settings
<#if it.kept("a volume for each member")>
    volumes: [${name}-${n}:/home/postgres/pgdata]
</#if>
</#list>
<#list 1..3 as n>
  etcd-${n}:
    image: quay.io/coreos/etcd:v3.6.5
    restart: unless-stopped
    command:
      - etcd
      - --name=etcd-${n}
      - --data-dir=/var/lib/etcd/data
      - --listen-client-urls=http://0.0.0.0:2379
      - --advertise-client-urls=http://etcd-${n}:2379
      - --listen-peer-urls=http://0.0.0.0:2380
      - --initial-advertise-peer-urls=http://etcd-${n}:2380
      - --initial-cluster=<#list 1..3 as m>etcd-${m}=http://etcd-${m}:2380<#sep>,</#list>
      - --initial-cluster-state=new
    volumes: [etcd-${n}:/var/lib/etcd]
</#list>
volumes:
<#if it.kept("a volume for each member")>
<#list 1..it.members() as n>
  ${name}-${n}: {}
</#list>
</#if>
<#list 1..3 as n>
  etcd-${n}: {}
</#list>
