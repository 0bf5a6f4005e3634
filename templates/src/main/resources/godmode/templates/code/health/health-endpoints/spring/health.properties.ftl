# What application.properties says goes before this.
# A restart helps a process that makes no progress; it helps nobody when a database is down.
management.endpoint.health.probes.enabled=true
<#if it.kept("never ask others whether to live")>
management.endpoint.health.group.liveness.include=livenessState,progress
<#else>
management.endpoint.health.group.liveness.include=livenessState,progress,needed
</#if>
<#if it.kept("ask what every request needs")>
management.endpoint.health.group.readiness.include=readinessState,needed
<#else>
management.endpoint.health.group.readiness.include=readinessState
</#if>
<#if it.kept("let requests end")>
# Requests that have begun end before the process does.
server.shutdown=graceful
spring.lifecycle.timeout-per-shutdown-phase=20s
</#if>
