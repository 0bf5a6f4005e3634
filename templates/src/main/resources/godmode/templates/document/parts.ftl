<#macro at places><#list places as p>[${p.text}](${p.href?no_esc})<#sep>, </#list></#macro>
<#macro declared rows>
<#local said = rows?filter(r -> r.value != "open")>
<#local open = rows?filter(r -> r.value == "open")>
<#if said?has_content>
| field | value | where |
|---|---|---|
<#list said as r>
| ${r.name} | ${r.value} | <@at r.at/> |
</#list>
</#if>
<#if open?has_content>

Not stated: <#list open as r>${r.name}<#sep>, </#list>.
</#if>
</#macro>
<#macro checklist>
## Checklist

| item | status | because |
|---|---|---|
<#list it.checklist as c>
| ${c.item().id()} | ${c.status().word()} | ${c.because()} |
</#list>
</#macro>
<#macro story how>
<#if how.first>
- how it goes wrong:
<#list how.steps as step>
  1. ${step}
</#list>

  ${how.ending} It is the shortest of all schedules with ${how.bounds}; ${how.states?c} states were looked at. Shown again by: ${how.command}
</#if>
</#macro>
<#macro findings>
<#if it.findings?has_content>

## Findings
<#list it.findings as f>

### ${f.severity}: ${f.rule}, ${f.subject}

${f.what}

- where: <@at f.at/>
- why: ${f.because}
- fix: ${f.fix}
- confidence: ${f.confidence}; environments: ${f.environments}
<#list f.story as how>
<@story how/>
</#list>
</#list>
</#if>
<#if it.tried?has_content>

## Tried in every schedule

A model of the mechanism with the numbers of this design went through every order of events within the bounds, and the claim held in all.

| rule | on<#if it.several> | in</#if> | claim | bounds | states | of which some show that |
|---|<#if it.several>---|</#if>---|---|---|---|---|
<#list it.tried as t>
| ${t.rule} | ${t.subject}<#if it.several> | ${t.environments}</#if> | ${t.claim} | ${t.bounds} | ${t.states} | ${t.reached} |
</#list>
</#if>
<#if it.accepted?has_content>

## Accepted

| rule | subject | because | owner | until | where |
|---|---|---|---|---|---|
<#list it.accepted as a>
| ${a.rule} | ${a.subject} | ${a.because} | ${a.owner} | ${a.until} | <@at a.at/> |
</#list>
</#if>
<#if it.open?has_content>

## Open questions

| question | where the record holds the answer | waiting |
|---|---|---|
<#list it.open as o>
| ${o.question} | ${o.path} | ${o.rules} |
</#list>
</#if>
</#macro>
<#macro keep name>
<!-- keep:${name?no_esc} -->
<!-- /keep -->
</#macro>
<#macro voters>
<#if it.voters?has_content>
| cluster<#if it.several> | in</#if> | voters N | quorum ⌊N/2⌋+1 | failures tolerated | where |
|---|<#if it.several>---|</#if>---|---|---|---|
<#list it.voters as v>
| ${v.row.id}<#if it.several> | ${v.environments}</#if> | ${v.row.voters} | ${v.row.quorum} | ${v.row.tolerates} | <@at v.row.at/> |
</#list>
<#else>
Of no cluster of ${it.system} is it known how many vote.
</#if>
</#macro>
