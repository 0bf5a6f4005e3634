<#import "../parts.ftl" as parts>
<#assign name = it.name("etcd")>
# All that one member sends comes late: nobody should take it for dead, and clients should not wait for it.
<@parts.network name="${name}-delay" action="delay" />
  delay:
    latency: 300ms
    jitter: 100ms
    correlation: "50"
<#if it.kept("an end of its own")>
  duration: 60s
</#if>
<@parts.any name=name mode="one" indent=2 />
