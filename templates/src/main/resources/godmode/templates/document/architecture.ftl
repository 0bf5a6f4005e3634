<#import "parts.ftl" as p>
# Architecture of ${it.system}

${it.kind}: ${it.because}. Verdict: ${it.verdict} (${it.passed}/${it.applicable} checks).

## Context

<@p.declared it.context/>

<@p.keep "context"/>

## Components

| component | type | technology | runs<#if it.several> | environments</#if> | where |
|---|---|---|---|<#if it.several>---|</#if>---|
<#list it.components as c>
| ${c.id} | ${c.type} | ${c.technology} | ${c.replicas}<#if it.several> | ${c.environments}</#if> | <@p.at c.at/> |
</#list>

## Topology

```mermaid
${it.diagram?no_esc}```
<#if it.unread?has_content>

Not read, and so perhaps missing above:

| where | why |
|---|---|
<#list it.unread as u>
| <@p.at u.at/> | ${u.why} |
</#list>
</#if>

<@p.keep "topology"/>

## Data

| data | stores | reads | partition | else | CAP | PACELC | conflicts | RPO | RTO |
|---|---|---|---|---|---|---|---|---|---|
<#list it.data as d>
| ${d.name} | ${d.stores} | ${d.reads} | ${d.partition} | ${d.otherwise} | ${d.cap} | ${d.pacelc} | ${d.conflicts} | ${d.rpo} | ${d.rto} |
</#list>
<#if it.operations?has_content>

## Operations

| operation | data | consistency | duplicates | because | where |
|---|---|---|---|---|---|
<#list it.operations as o>
| ${o.id} | ${o.data} | ${o.consistency} | ${o.duplicates} | ${o.because} | <@p.at o.at/> |
</#list>
</#if>

## Consensus

<@p.declared it.consensus/>

<@p.voters/>

## Replication

| store<#if it.several> | in</#if> | product | nodes | copies | style | mode | R | W | failover | where |
|---|<#if it.several>---|</#if>---|---|---|---|---|---|---|---|---|
<#list it.stores as s>
| ${s.row.id}<#if it.several> | ${s.environments}</#if> | ${s.row.product} | ${s.row.nodes} | ${s.row.copies} | ${s.row.style} | ${s.row.mode} | ${s.row.readQuorum} | ${s.row.writeQuorum} | ${s.row.failover} | <@p.at s.row.at/> |
</#list>
<#if it.guards?has_content>

## Locks, leaders and schedules

| name<#if it.several> | in</#if> | kind | taken by | mechanism | protects | fencing token | checked by | where |
|---|<#if it.several>---|</#if>---|---|---|---|---|---|---|
<#list it.guards as g>
| ${g.row.id}<#if it.several> | ${g.environments}</#if> | ${g.row.kind} | ${g.row.owner} | ${g.row.mechanism} | ${g.row.purpose} | ${g.row.token} | ${g.row.checkedBy} | <@p.at g.row.at/> |
</#list>
</#if>

<#if it.choices?has_content>
## Choices

| about | for | recommended | because | rejected | sources | chosen instead |
|---|---|---|---|---|---|---|
<#list it.choices as c>
| ${c.topic} | ${c.subject} | ${c.choice} | ${c.because} | ${c.rejected} | ${c.sources} | ${c.instead} |
</#list>

</#if>
<#if it.risks?has_content>
## Open risks

Nobody knew these; the safe value stands until somebody does.

| field | assumed | where |
|---|---|---|
<#list it.risks as r>
| ${r.name} | ${r.value} | <@p.at r.at/> |
</#list>

</#if>
## Failure modes

Drafted from the files, the answers and the catalog; what the record says under `failure-modes` stands instead.

| when it is down | known | probability | impact | blast radius | detection | recovery | mitigation | RTO | RPO | last tested |
|---|---|---|---|---|---|---|---|---|---|---|
<#list it.failures as f>
| ${f.component} | ${f.known} | ${f.probability} | ${f.impact} | ${f.blast} | ${f.detection} | ${f.recovery} | ${f.mitigation} | ${f.rto} | ${f.rpo} | ${f.tested} |
</#list>

<@p.keep "failure-modes"/>

<@p.checklist/>
<@p.findings/>

<@p.keep "notes"/>
