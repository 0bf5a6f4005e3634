<#--
  What experiments of Chaos Mesh have in common: https://chaos-mesh.org/docs/simulate-network-chaos-on-kubernetes/
-->
<#-- The head of a fault of the network. -->
<#macro network name action>
apiVersion: chaos-mesh.org/v1alpha1
kind: NetworkChaos
metadata:
  name: ${name}
spec:
  action: ${action}
</#macro>
<#-- Pods of the stateful set by their names, from one number up to another. -->
<#macro members name from to indent>
<#local pad = ""?left_pad(indent)>
${pad}mode: all
${pad}selector:
${pad}  labelSelectors: {app.kubernetes.io/name: ${name}}
${pad}  expressionSelectors:
${pad}    - key: statefulset.kubernetes.io/pod-name
${pad}      operator: In
${pad}      values: [<#list from..to as n>${name}-${n}<#sep>, </#list>]
</#macro>
<#-- So many pods, whichever they are. -->
<#macro any name mode indent>
<#local pad = ""?left_pad(indent)>
${pad}mode: ${mode}
${pad}selector:
${pad}  labelSelectors: {app.kubernetes.io/name: ${name}}
</#macro>
