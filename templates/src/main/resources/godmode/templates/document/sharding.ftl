<#import "parts.ftl" as p>
# Sharding of ${it.head.system}

<@p.declared it.strategy/>

<@p.keep "decision"/>
<#list it.comparisons as c>
<@p.comparison c/>
</#list>
<#if it.criteria?has_content>

## Key

| criterion | here | so | where |
|---|---|---|---|
<#list it.criteria as c>
| ${c.name} | ${c.value} | ${c.follows} | <@p.at c.at/> |
</#list>
</#if>

## When to shard at all

<@p.declared it.load/>
<#if it.outgrown?has_content>

| stores | product | now | before shards | would be spread by | where |
|---|---|---|---|---|---|
<#list it.outgrown as o>
| ${o.stores} | ${o.product} | ${o.now} | ${o.next} | ${o.by} | <@p.at o.at/> |
</#list>
</#if>
<#if it.hotSpots?has_content>

## Hot spots

| where | why | against it |
|---|---|---|
<#list it.hotSpots as h>
| ${h.where} | ${h.why} | ${h.remedy} |
</#list>
</#if>
<#if it.map?has_content>

## Shard map

| share | keys | where |
|---|---|---|
<#list it.map as s>
| ${s.what} | ${s.keys} | ${s.where} |
</#list>
</#if>
<#if it.moves?has_content>

## Rebalancing

| change | moves |
|---|---|
<#list it.moves as m>
| ${m.change} | ${m.moves} |
</#list>
</#if>
<#if it.channels?has_content>

## Topics

| topic<#if it.head.several> | in</#if> | broker | partitions | where |
|---|<#if it.head.several>---|</#if>---|---|---|
<#list it.channels as c>
| ${c.row.id}<#if it.head.several> | ${c.environments}</#if> | ${c.row.broker} | ${c.row.partitions} | <@p.at c.row.at/> |
</#list>
</#if>
<@p.findings/>

<@p.keep "notes"/>
