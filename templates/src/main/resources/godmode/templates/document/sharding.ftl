<#import "parts.ftl" as p>
# Sharding of ${it.system}

<@p.declared it.sharding/>

<@p.keep "decision"/>

## Stores

| store<#if it.several> | in</#if> | product | nodes | copies | where |
|---|<#if it.several>---|</#if>---|---|---|---|
<#list it.stores as s>
| ${s.row.id}<#if it.several> | ${s.environments}</#if> | ${s.row.product} | ${s.row.nodes} | ${s.row.copies} | <@p.at s.row.at/> |
</#list>
<#if it.channels?has_content>

## Topics

| topic<#if it.several> | in</#if> | broker | partitions | where |
|---|<#if it.several>---|</#if>---|---|---|
<#list it.channels as c>
| ${c.row.id}<#if it.several> | ${c.environments}</#if> | ${c.row.broker} | ${c.row.partitions} | <@p.at c.row.at/> |
</#list>
</#if>

<@p.checklist/>
<@p.findings/>

<@p.keep "notes"/>
