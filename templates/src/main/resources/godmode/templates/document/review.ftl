<#import "parts.ftl" as p>
# Review of ${it.system}: ${it.verdict}

${it.kind}: ${it.because}. ${it.passed} of ${it.applicable} checks pass.
<@p.findings/>

<@p.checklist/>
<#if it.unread?has_content>

## Not read

| where | why |
|---|---|
<#list it.unread as u>
| <@p.at u.at/> | ${u.why} |
</#list>
</#if>
