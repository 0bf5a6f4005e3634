<#import "parts.ftl" as p>
# Partition plan of ${it.system}

<@p.declared it.plan/>

<@p.keep "plan"/>

## What each kind of data does

| data | stores | during a partition | conflicts |
|---|---|---|---|
<#list it.data as d>
| ${d.name} | ${d.stores} | ${d.partition} | ${d.conflicts} |
</#list>

## Quorums

<@p.voters/>

## Scenarios
<#if it.scenarios?has_content>

| cluster<#if it.several> | in</#if> | partition | leader's side \| other side | outcome |
|---|<#if it.several>---|</#if>---|---|---|
<#list it.scenarios as s>
| ${s.row.cluster}<#if it.several> | ${s.environments}</#if> | ${s.row.name} | ${s.row.sides} | ${s.row.outcome} |
</#list>
<#else>

No cluster of ${it.system} is known to have several nodes or copies, so no scenario can be computed.
</#if>

<#if it.stories?has_content>
## How it goes wrong
<#list it.stories as how>

### ${how.rule}, ${how.subject}

Not so in every schedule: ${how.claim}

```mermaid
${how.diagram?no_esc}```
</#list>

</#if>
## Experiments
<#if it.experiments?has_content>

| experiment | on | for | observe | must hold | command |
|---|---|---|---|---|---|
<#list it.experiments as e>
| ${e.name} | ${e.target} | ${e.duration} | ${e.observe} | ${e.holds} | ${e.command} |
</#list>
<#else>

No experiment is planned for ${it.system}.
</#if>

<@p.keep "experiments"/>

<@p.checklist/>
<@p.findings/>

<@p.keep "notes"/>
