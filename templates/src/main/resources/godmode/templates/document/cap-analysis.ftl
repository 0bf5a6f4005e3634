<#import "parts.ftl" as p>
# CAP analysis of ${it.head.system}

| data | stores | reads | in a partition | else | CAP | PACELC | conflicts | RPO | RTO | because | where |
|---|---|---|---|---|---|---|---|---|---|---|---|
<#list it.data as d>
| ${d.name} | ${d.stores} | ${d.reads} | ${d.partition} | ${d.otherwise} | ${d.cap} | ${d.pacelc} | ${d.conflicts} | ${d.rpo} | ${d.rto} | ${d.because} | <@p.at d.at/> |
</#list>

<@p.keep "data"/>
<#if it.sights?has_content>

## What a user sees during a partition

| data | store | side of the split | what a user sees |
|---|---|---|---|
<#list it.sights as s>
| ${s.data} | ${s.store} | ${s.side} | ${s.sees} |
</#list>
</#if>

## Consistency of each operation
<#if it.operations?has_content>

| operation | data | consistency | in a partition | duplicates | because | where |
|---|---|---|---|---|---|---|
<#list it.operations as o>
| ${o.id} | ${o.data} | ${o.consistency} | ${o.split} | ${o.duplicates} | ${o.because} | <@p.at o.at/> |
</#list>
<#else>

No operation of ${it.head.system} is documented.
</#if>
<#if it.levels?has_content>

### What the levels cost

| level | data | operations | what a request waits for |
|---|---|---|---|
<#list it.levels as l>
| ${l.level} | ${l.data} | ${l.operations} | ${l.cost} |
</#list>
</#if>
<#if it.promises?has_content>

## What the products do as they come

| product | stores | decided here | as it comes | otherwise | split brain | sources |
|---|---|---|---|---|---|---|
<#list it.promises as s>
| ${s.product} | ${s.stores} | ${s.decided} | ${s.stance} | ${s.otherwise} | ${s.splitBrain} | <@p.names s.sources/> |
</#list>
</#if>
<#list it.comparisons as c>
<@p.comparison c/>
</#list>
<@p.findings/>

<@p.keep "notes"/>
