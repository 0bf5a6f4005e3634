sequenceDiagram
<#list it.nodes as node>
participant ${node.id} as ${node.name}
</#list>
<#list it.steps as step>
<#if step.kind == "MESSAGE">
${step.from}->>${step.to}: ${step.text}
<#elseif step.kind == "LOST">
${step.from}-x${step.to}: ${step.text}
<#else>
Note over ${step.from}: ${step.text}
</#if>
</#list>
