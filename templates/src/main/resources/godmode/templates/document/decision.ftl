<#import "parts.ftl" as p>
# ${it.title()}

| status | decided by | where |
|---|---|---|
| ${it.status} | <@p.names it.by/> | <@p.at it.at/> |

## Context and Problem Statement

<#if it.question?has_content>
${it.question}
<#else>
${it.because}
</#if>
<#if it.options?has_content>

## Considered Options

<#list it.options as o>
- ${o.name}<#if o.consequence?has_content>: ${o.consequence}</#if>
</#list>
</#if>

## Decision Outcome

${it.chosen}<#if it.question?has_content && it.because?has_content>, because ${it.because}</#if>

### Consequences

<#list it.options?filter(o -> o.taken && o.consequence?has_content)>
<#items as o>
- ${o.consequence}
</#items>

</#list>
<@p.keep "consequences"/>
<#if it.rules?has_content>

### Confirmation

| rule of godmode distributed --validate | on | now |
|---|---|---|
<#list it.rules as r>
| ${r.rule} | ${r.on} | ${r.now} |
</#list>
</#if>
<#if it.sources?has_content>

## More Information

<#list it.sources as s>
- ${s}
</#list>
</#if>

<@p.keep "notes"/>
