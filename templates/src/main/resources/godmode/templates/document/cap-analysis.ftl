<#import "parts.ftl" as p>
# CAP analysis of ${it.system}
<#list it.data as d>

## Data: ${d.name}

| question | answer |
|---|---|
| held by | ${d.stores} |
| must a read see the latest write | ${d.reads} |
| if the network splits between the copies | ${d.partition} |
| else, what matters more | ${d.otherwise} |
| CAP | ${d.cap} |
| PACELC | ${d.pacelc} |
| conflicts | ${d.conflicts} |
| may lose (RPO) | ${d.rpo} |
| may be down (RTO) | ${d.rto} |
| because | ${d.because} |
| where | <@p.at d.at/> |
</#list>

<@p.keep "data"/>

## Consistency of each operation
<#if it.operations?has_content>

| operation | data | consistency | duplicates | because | where |
|---|---|---|---|---|---|
<#list it.operations as o>
| ${o.id} | ${o.data} | ${o.consistency} | ${o.duplicates} | ${o.because} | <@p.at o.at/> |
</#list>
<#else>

No operation of ${it.system} is documented.
</#if>

## What the stores can promise

| store<#if it.several> | in</#if> | product | nodes | copies | style | mode | R | W | where |
|---|<#if it.several>---|</#if>---|---|---|---|---|---|---|---|
<#list it.stores as s>
| ${s.row.id}<#if it.several> | ${s.environments}</#if> | ${s.row.product} | ${s.row.nodes} | ${s.row.copies} | ${s.row.style} | ${s.row.mode} | ${s.row.readQuorum} | ${s.row.writeQuorum} | <@p.at s.row.at/> |
</#list>

<@p.checklist/>
<@p.findings/>

<@p.keep "notes"/>
