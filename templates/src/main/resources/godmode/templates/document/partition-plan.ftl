<#import "parts.ftl" as p>
# Partition plan of ${it.head.system}

<@p.declared it.plan/>
<#if it.drafted?has_content>

### Drafted from the answers, to be decided

| phase | draft |
|---|---|
<#list it.drafted as d>
| ${d.name} | ${d.value} |
</#list>
</#if>

<@p.keep "plan"/>
<#if it.detection?has_content>

## Detection

| cluster<#if it.head.several> | in</#if> | heartbeat | noticed by | where |
|---|<#if it.head.several>---|</#if>---|---|---|
<#list it.detection as d>
| ${d.row.cluster}<#if it.head.several> | ${d.environments}</#if> | ${d.row.heartbeat} | ${d.row.noticed} | <@p.at d.row.at/> |
</#list>
</#if>

## During and after, for each kind of data

| data | stores | during a partition | conflicts | where |
|---|---|---|---|---|
<#list it.data as d>
| ${d.name} | ${d.stores} | ${d.partition} | ${d.conflicts} | <@p.at d.at/> |
</#list>

## Scenarios
<#if it.scenarios?has_content>

| cluster<#if it.head.several> | in</#if> | scenario | leader's side \| other side | outcome |
|---|<#if it.head.several>---|</#if>---|---|---|
<#list it.scenarios as s>
| ${s.row.cluster}<#if it.head.several> | ${s.environments}</#if> | ${s.row.name} | ${s.row.sides} | ${s.row.outcome} |
</#list>
<#else>

No cluster of ${it.head.system} is known to have several nodes or copies, so no scenario can be computed.
</#if>
<#if it.stories?has_content>

## Counterexamples
<#list it.stories as how>

### ${how.rule}, ${how.subject}

Not so in every schedule: ${how.claim}

<@p.picture how.diagram/>

Shortest of all schedules with ${how.bounds}; ${how.states} states looked at. Again: ${how.command}
</#list>
</#if>
<#if it.tried?has_content>

## Held in every schedule

| rule | on<#if it.head.several> | in</#if> | claim | bounds | states | of which some show that |
|---|---|<#if it.head.several>---|</#if>---|---|---|---|
<#list it.tried as t>
| ${t.rule} | ${t.subject}<#if it.head.several> | ${t.environments}</#if> | ${t.claim} | ${t.bounds} | ${t.states} | ${t.reached} |
</#list>
</#if>

## Chaos plan
<#if it.planned?has_content>

### Planned in the record

| experiment | on | for | observe | must hold | command |
|---|---|---|---|---|---|
<#list it.planned as e>
| ${e.name} | ${e.target} | ${e.duration} | ${e.observe} | ${e.holds} | ${e.command} |
</#list>
</#if>
<#if it.experiments?has_content>

### Ready to run

| experiment | | for | observe | must hold | sh ${it.head.file}-chaos.sh … | file |
|---|---|---|---|---|---|---|
<#list it.experiments as e>
| ${e.name} | ${e.planned} | ${e.duration} | ${e.observe} | ${e.holds} | ${e.slug} | [${e.file.text}](${e.file.href?no_esc}) |
</#list>
</#if>

### Before and after each

[${it.head.file}-check.sh](${it.beside?no_esc}-check.sh)

<@p.keep "experiments"/>
<@p.findings/>

<@p.keep "notes"/>
