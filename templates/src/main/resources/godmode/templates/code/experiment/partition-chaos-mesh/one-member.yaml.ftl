<#import "../parts.ftl" as parts>
<#assign name = it.name("etcd")>
# ${name}-0 is cut off from the others: they must go on, and it must neither take writes nor give stale reads away as fresh.
# Put the leader there to see an election.
# Without a namespace here, both sides are in the one of the experiment: kubectl -n NAMESPACE.
<@parts.network name="${name}-one-member" action="partition" />
  direction: both
<#if it.kept("an end of its own")>
  duration: 60s
</#if>
<#if it.kept("sides by the names of pods")>
<@parts.members name=name from=0 to=0 indent=2 />
  target:
<@parts.members name=name from=0 + 1 to=it.members() - 1 indent=4 />
<#else>
<@parts.any name=name mode="one" indent=2 />
  target:
<@parts.any name=name mode="all" indent=4 />
</#if>
