# RabbitMQ with ${it.members()} members and quorum queues on one machine, for local work: settings as in production, so that a member
# can be stopped to see what happens. The secret that members share is for local work only.
<#assign name = it.name("rabbitmq")>
name: ${name}
services:
<#list 1..it.members() as n>
<#if it.kept("an odd number of members") || n != it.members()>
  ${name}-${n}:
    image: rabbitmq:4.1-management
    restart: unless-stopped
    hostname: ${name}-${n}
    entrypoint: [sh, -c]
    command: # Erlang wants the file to be readable by its owner alone
      - |
        printf local-work-only > /var/lib/rabbitmq/.erlang.cookie
        chown rabbitmq:rabbitmq /var/lib/rabbitmq/.erlang.cookie
        chmod 600 /var/lib/rabbitmq/.erlang.cookie
        exec docker-entrypoint.sh rabbitmq-server
    volumes:
      - ./rabbitmq.conf:/etc/rabbitmq/rabbitmq.conf:ro
<#if it.kept("a volume for each member")>
      - ${name}-${n}:/var/lib/rabbitmq
</#if>
    healthcheck:
      test: [CMD, rabbitmq-diagnostics, --quiet, check_port_connectivity]
      interval: 10s
</#if>
</#list>
<#if it.kept("a volume for each member")>
volumes:
<#list 1..it.members() as n>
  ${name}-${n}: {}
</#list>
</#if>
