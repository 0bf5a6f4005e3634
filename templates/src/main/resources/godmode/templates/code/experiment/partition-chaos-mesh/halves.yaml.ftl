<#import "../parts.ftl" as parts>
<#assign name = it.name("etcd")>
# ${it.spare()} of ${it.members()} members are cut off from the rest: the larger side must go on, the smaller one must stop.
# Without a namespace here, both sides are in the one of the experiment: kubectl -n NAMESPACE.
<@parts.network name="${name}-halves" action="partition" />
  direction: both
<#if it.kept("an end of its own")>
  duration: 60s
</#if>
<#if it.kept("sides by the names of pods")>
<@parts.members name=name from=0 to=it.spare() - 1 indent=2 />
  target:
<@parts.members name=name from=it.spare() - 1 + 1 to=it.members() - 1 indent=4 />
<#else>
<@parts.any name=name mode="one" indent=2 />
  target:
<@parts.any name=name mode="all" indent=4 />
</#if>
