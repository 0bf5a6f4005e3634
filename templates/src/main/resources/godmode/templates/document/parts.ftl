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
<#macro names list><#list list as n>${n}<#sep>, </#list></#macro>
<#macro picture text>
```mermaid
${text?no_esc}```
</#macro>
<#macro comparison c>

### ${c.title} compared

| <#list c.columns as k>| <#if k.by?has_content>**${k.name} ✔ ${k.by}**<#else>${k.name}</#if> </#list>|
|---<#list c.columns as k>|---</#list>|
<#list c.rows as row>
<#list row as cell>| ${cell} </#list>|
</#list>
<#if c.elsewhere?has_content>

In none of these columns: <@names c.elsewhere/>.
</#if>
</#macro>
<#macro findings>
<#if it.findings?has_content>

## Findings
<#list it.findings as f>

### ${f.severity}: ${f.rule}

| on<#if it.head.several> | in</#if> | what | where |
|---<#if it.head.several>|---</#if>|---|---|
<#list f.cases as c>
| ${c.subject}<#if it.head.several> | ${f.environments}</#if> | ${c.what} | <@at c.at/> |
</#list>

${f.because}

<#if f.fix?has_content>
Fix: ${f.fix}
<#else>
<#list f.cases as c>
<#if c.fix?has_content>
- ${c.subject}: ${c.fix}
</#if>
</#list>
</#if>
<#if f.shown>

Shown step by step in the [partition plan](${it.head.link?no_esc}-partition-plan.md).
</#if>
</#list>
</#if>
</#macro>
<#macro keep name>
<!-- keep:${name?no_esc} -->
<!-- /keep -->
</#macro>
