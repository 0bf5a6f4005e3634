<#import "parts.ftl" as p>
# Architecture of ${it.head.system}

${it.kind}: ${it.because}. Verdict: ${it.head.verdict} (${it.head.passed}/${it.head.applicable} checks).

## Context

<@p.picture it.contextDiagram/>

<@p.declared it.context/>

<@p.keep "context"/>

## Containers
<#list it.pictures as picture>
<#if picture.title?has_content>

### Part ${picture.title}
</#if>

<@p.picture picture.diagram/>
<#if it.parts?has_content && !picture.title?has_content>

| part | components |
|---|---|
<#list it.parts as part>
| ${part.title} | <@p.names part.members/> |
</#list>
</#if>
</#list>
<#if it.leftOut?has_content>

In no picture: <@p.names it.leftOut/>.
</#if>

| component | type | technology | runs<#if it.head.several> | environments</#if> | where |
|---|---|---|---|<#if it.head.several>---|</#if>---|
<#list it.components as c>
| ${c.id} | ${c.type} | ${c.technology} | ${c.replicas}<#if it.head.several> | ${c.environments}</#if> | <@p.at c.at/> |
</#list>
<#if it.unread?has_content>

### Not read

| where | why |
|---|---|
<#list it.unread as u>
| <@p.at u.at/> | ${u.why} |
</#list>
</#if>

<@p.keep "topology"/>

## Deployment
<#list it.deployments as d>
<#if it.head.several>

### ${d.environments}
</#if>

<@p.picture d.row/>
</#list>
<#if it.placements?has_content>

| component<#if it.head.several> | in</#if> | runs | spread over nodes | over zones | volume | a drain leaves | where |
|---<#if it.head.several>|---</#if>|---|---|---|---|---|---|
<#list it.placements as r>
| ${r.row.id}<#if it.head.several> | ${r.environments}</#if> | ${r.row.runs} | ${r.row.nodes} | ${r.row.zones} | ${r.row.volume} | ${r.row.stays} | <@p.at r.row.at/> |
</#list>
</#if>

## Data flow
<#list it.flow as picture>

<@p.picture picture/>
</#list>
<#if it.farthest?has_content>

### How far a request reaches

<#list it.farthest as id>${id}<#sep> → </#list>
</#if>
<#if it.waiting?has_content>

### Synchronous

| who waits | for how many | for whom | where |
|---|---|---|---|
<#list it.waiting as w>
| ${w.caller} | ${w.count} | ${w.callees} | <@p.at w.at/> |
</#list>
</#if>
<#if it.handing?has_content>

### Asynchronous

| from | through | to | where |
|---|---|---|---|
<#list it.handing as h>
| ${h.from} | ${h.through} | ${h.to} | <@p.at h.at/> |
</#list>
</#if>
<#if it.choices?has_content>

## Decisions

| about | for | decided | because | rejected | record |
|---|---|---|---|---|---|
<#list it.choices as c>
| ${c.topic} | ${c.subject} | ${c.choice} | ${c.because} | ${c.rejected} | [${c.record.text}](${c.record.href?no_esc}) |
</#list>
</#if>
<#if it.operations?has_content>

## Consistency

| operation | data | consistency | duplicates | where |
|---|---|---|---|---|
<#list it.operations as o>
| ${o.id} | ${o.data} | ${o.consistency} | ${o.duplicates} | <@p.at o.at/> |
</#list>
</#if>
<#if it.stores?has_content>

## Replication and faults

| store<#if it.head.several> | in</#if> | product | nodes | copies | style | mode | R | W | failover | goes on after | where |
|---|<#if it.head.several>---|</#if>---|---|---|---|---|---|---|---|---|---|
<#list it.stores as s>
| ${s.row.id}<#if it.head.several> | ${s.environments}</#if> | ${s.row.product} | ${s.row.nodes} | ${s.row.copies} | ${s.row.style} | ${s.row.mode} | ${s.row.readQuorum} | ${s.row.writeQuorum} | ${s.row.failover} | ${s.row.survives} | <@p.at s.row.at/> |
</#list>
</#if>

## Consensus

<@p.declared it.consensus/>
<#if it.voters?has_content>

| cluster<#if it.head.several> | in</#if> | voters N | quorum ⌊N/2⌋+1 | failures tolerated | placement | where |
|---|<#if it.head.several>---|</#if>---|---|---|---|---|
<#list it.voters as v>
| ${v.row.id}<#if it.head.several> | ${v.environments}</#if> | ${v.row.voters} | ${v.row.quorum} | ${v.row.tolerates} | ${v.row.placement} | <@p.at v.row.at/> |
</#list>
</#if>
<#if it.guards?has_content>

## Locks, leaders and schedules

| name<#if it.head.several> | in</#if> | kind | taken by | mechanism | protects | fencing token | checked by | where |
|---|<#if it.head.several>---|</#if>---|---|---|---|---|---|---|
<#list it.guards as g>
| ${g.row.id}<#if it.head.several> | ${g.environments}</#if> | ${g.row.kind} | ${g.row.owner} | ${g.row.mechanism} | ${g.row.purpose} | ${g.row.token} | ${g.row.checkedBy} | <@p.at g.row.at/> |
</#list>
</#if>
<#list it.comparisons as c>
<@p.comparison c/>
</#list>
<#if it.transactions?has_content>

## Transactions

| in | writes | made one by | after a crash | where |
|---|---|---|---|---|
<#list it.transactions as t>
| ${t.what} | ${t.places} | ${t.joined} | ${t.crash} | <@p.at t.at/> |
</#list>
</#if>
<#if it.resilience?has_content || it.silent?has_content>

## Resilience between services
<#if it.resilience?has_content>

| service | its clients wait | repeats | readiness | liveness | when it is down | where |
|---|---|---|---|---|---|---|
<#list it.resilience as r>
| ${r.service} | ${r.timeouts} | ${r.retries} | ${r.ready} | ${r.alive} | ${r.whenDown} | <@p.at r.at/> |
</#list>
</#if>
<#if it.silent?has_content>

Calls others, and no file shows a timeout, a retry or a probe: <@p.names it.silent/>.
</#if>
</#if>

## Failure modes

| when it is down | impact | blast radius | probability | detection | recovery | lost (RPO) | mitigation | last tested | where |
|---|---|---|---|---|---|---|---|---|---|
<#list it.failures as f>
| ${f.components} <#list f.mode as cell>| ${cell} </#list>| <@p.at f.at/> |
</#list>

<@p.keep "failure-modes"/>

## Checklist

| item | status | because |
|---|---|---|
<#list it.checklist as c>
| ${c.item().id()} | ${c.status().word()} | ${c.because()} |
</#list>
<#if it.index?has_content>

| severity | rule | on | told in |
|---|---|---|---|
<#list it.index as f>
| ${f.severity} | ${f.rule} | ${f.subjects} | [${f.document}](${f.href?no_esc}) |
</#list>
</#if>
<@p.findings/>
<#if it.open?has_content>

## Open questions

| question | where the record holds the answer | waiting |
|---|---|---|
<#list it.open as o>
| ${o.question} | ${o.path} | ${o.rules} |
</#list>
</#if>
<#if it.risks?has_content>

## Assumed until somebody knows

| field | assumed | where |
|---|---|---|
<#list it.risks as r>
| ${r.name} | ${r.value} | <@p.at r.at/> |
</#list>
</#if>
<#if it.accepted?has_content>

## Accepted

| rule | subject | because | owner | until | where |
|---|---|---|---|---|---|
<#list it.accepted as a>
| ${a.rule} | ${a.subject} | ${a.because} | ${a.owner} | ${a.until} | <@p.at a.at/> |
</#list>
</#if>

<@p.keep "notes"/>
