<#import "../parts.ftl" as parts>
<#assign name = it.name("etcd")>
# A tenth of what one member sends is lost: time-outs and retries must not make it worse.
<@parts.network name="${name}-loss" action="loss" />
  loss:
    loss: "10"
    correlation: "25"
<#if it.kept("an end of its own")>
  duration: 60s
</#if>
<@parts.any name=name mode="one" indent=2 />
