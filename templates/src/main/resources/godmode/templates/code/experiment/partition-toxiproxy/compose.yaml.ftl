# etcd with ${it.members()} members on one machine, each in a network of its own. Where a member looks for another one, it finds its
# proxy (Toxiproxy), which knows the way and can lose or delay what passes. experiment.sh does that, and undoes it.
# Clients use localhost:${23790 + 1} to ${23790 + it.members()}, which are proxies, too.
<#assign name = it.name("etcd")>
name: ${name}-partition
services:
<#list 1..it.members() as n>
  ${name}-${n}:
    image: quay.io/coreos/etcd:v3.6.5
    restart: unless-stopped
    command:
      - etcd
      - --name=${name}-${n}
      - --data-dir=/var/lib/etcd/data
      - --listen-client-urls=http://0.0.0.0:2379
      - --advertise-client-urls=http://${name}-${n}:2379
      - --listen-peer-urls=http://0.0.0.0:${2380 + n}
      - --initial-advertise-peer-urls=http://${name}-${n}:${2380 + n}
      - --initial-cluster=<#list 1..it.members() as m>${name}-${m}=http://${name}-${m}:${2380 + m}<#sep>,</#list>
      - --initial-cluster-token=${name}
      - --initial-cluster-state=new
    volumes: [${name}-${n}:/var/lib/etcd]
    networks:
      side-${n}: {aliases: [member-${n}]}
    healthcheck:
      test: [CMD, etcdctl, endpoint, health]
      interval: 5s
  ${name}-proxy-${n}:
    image: ghcr.io/shopify/toxiproxy:2.12.0
    restart: unless-stopped
    command: [-host=0.0.0.0, -config=/toxiproxy.json]
    configs: [{source: proxy-${n}, target: /toxiproxy.json}]
    ports: ["127.0.0.1:${23790 + n}:2379"]
    networks:
<#list 1..it.members() as m>
<#if m == n>
      side-${n}: {aliases: [<#list (1..it.members())?filter(k -> k != n) as k>${name}-${k}<#sep>, </#list>]}
<#else>
      side-${m}: {}
</#if>
</#list>
</#list>
configs: # with content, which Compose has since 2.23.1
<#list 1..it.members() as n>
  proxy-${n}:
    content: |
      [
<#list (1..it.members())?filter(m -> m != n) as m>
        {"name": "${n}-to-${m}", "listen": "0.0.0.0:${2380 + m}", "upstream": "member-${m}:${2380 + m}", "enabled": true},
</#list>
        {"name": "clients-of-${n}", "listen": "0.0.0.0:2379", "upstream": "member-${n}:2379", "enabled": true}
      ]
</#list>
networks:
<#list 1..it.members() as n>
  side-${n}: {}
</#list>
volumes:
<#list 1..it.members() as n>
  ${name}-${n}: {}
</#list>
