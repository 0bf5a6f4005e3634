<#--
  What stateful sets have in common. The name of a cluster is the label of its pods.
-->
<#-- A name for each member. -->
<#macro headless name ports>
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels: {app.kubernetes.io/name: ${name}}
spec:
  clusterIP: None # a name for each member
  publishNotReadyAddresses: true # members find each other before they are ready
  selector: {app.kubernetes.io/name: ${name}}
  ports:
<#list ports as port, number>
    - {name: ${port}, port: ${number}}
</#list>
---
</#macro>
<#-- One member at a time, so that a drain leaves a majority. -->
<#macro budget name>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
spec:
  maxUnavailable: 1 # a drain takes one member at a time
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
---
</#macro>
<#-- Neither one node nor one zone holds a majority, where there are enough. -->
<#macro spread labels>
      topologySpreadConstraints:
<@constraints labels=labels indent=8 />
</#macro>
<#-- The same, where an operator wants it deeper. -->
<#macro constraints labels indent unless="DoNotSchedule">
<#assign pad = ""?left_pad(indent)>
${pad}- maxSkew: 1
${pad}  topologyKey: topology.kubernetes.io/zone
<#if it.zones() gt 0>
${pad}  minDomains: ${it.zones()} # with fewer zones than that, a member waits
</#if>
${pad}  whenUnsatisfiable: ${unless}
${pad}  labelSelector:
${pad}    matchLabels: {${labels}}
${pad}- maxSkew: 1
${pad}  topologyKey: kubernetes.io/hostname
${pad}  whenUnsatisfiable: ${unless}
${pad}  labelSelector:
${pad}    matchLabels: {${labels}}
</#macro>
<#-- A volume for each member, which outlives its pod. -->
<#macro claims size>
  volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: ${size}}}
</#macro>
