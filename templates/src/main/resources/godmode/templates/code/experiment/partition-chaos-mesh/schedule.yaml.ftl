<#import "../parts.ftl" as parts>
<#assign name = it.name("etcd")>
# One member is cut off for a minute, once a week while people are there to see it. For a cluster that has passed experiment.sh:
#   kubectl -n NAMESPACE apply -f schedule.yaml       starts it
#   kubectl -n NAMESPACE get networkchaos,schedule    shows it
#   kubectl -n NAMESPACE delete -f schedule.yaml      ends it, and a run that is under way
apiVersion: chaos-mesh.org/v1alpha1
kind: Schedule
metadata:
  name: ${name}-weekly
spec:
  schedule: "0 10 * * 2" # Tuesdays at ten, in the time zone of the controller
  historyLimit: 3
<#if it.kept("one run at a time")>
  concurrencyPolicy: Forbid
<#else>
  concurrencyPolicy: Allow
</#if>
  type: NetworkChaos
  networkChaos:
    action: partition
    direction: both
<#if it.kept("an end of its own")>
    duration: 60s
</#if>
<#if it.kept("sides by the names of pods")>
<@parts.members name=name from=0 to=0 indent=4 />
    target:
<@parts.members name=name from=1 to=it.members() - 1 indent=6 />
<#else>
<@parts.any name=name mode="one" indent=4 />
    target:
<@parts.any name=name mode="all" indent=6 />
</#if>
