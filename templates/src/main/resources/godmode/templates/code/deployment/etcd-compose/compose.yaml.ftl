# etcd with ${it.members()} members on one machine, for local work: settings as in production, so that a member can be stopped to
# see what happens. All copies share the machine's disk.
<#assign name = it.name("etcd")>
name: ${name}
services:
<#list 1..it.members() as n>
<#if it.kept("as many members as there are peers") || n != it.members()>
  ${name}-${n}:
    image: quay.io/coreos/etcd:v3.6.5
    restart: unless-stopped
    command:
      - etcd
      - --name=${name}-${n}
      - --data-dir=/var/lib/etcd/data
      - --listen-client-urls=http://0.0.0.0:2379
      - --advertise-client-urls=http://${name}-${n}:2379
      - --listen-peer-urls=http://0.0.0.0:2380
      - --initial-advertise-peer-urls=http://${name}-${n}:2380
      - --initial-cluster=<#list 1..it.members() as m>${name}-${m}=http://${name}-${m}:2380<#sep>,</#list>
      - --initial-cluster-token=${name}
      - --initial-cluster-state=new
<#if it.kept("a volume for each member")>
    volumes: [${name}-${n}:/var/lib/etcd]
</#if>
    healthcheck:
      test: [CMD, etcdctl, endpoint, health]
      interval: 5s
</#if>
</#list>
<#if it.kept("a volume for each member")>
volumes:
<#list 1..it.members() as n>
  ${name}-${n}: {}
</#list>
</#if>
