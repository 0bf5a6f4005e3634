<#import "topology.ftl" as topology>
<#import "findings.ftl" as findings>
<#assign facts = it.facts>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${it.policy?no_esc}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${facts.system}: ${facts.verdict}</title>
<style>${it.style?no_esc}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<div class="bar">
<strong class="brand">godmode</strong>
<nav aria-label="Sections">
<a href="#summary">Summary</a>
<#if facts.drawing.isPresent()><a href="#topology">Topology</a></#if>
<a href="#findings">Findings <span class="count">${facts.findings?size}</span></a>
<a href="#checklist">Checklist</a>
<#if facts.open?has_content><a href="#open">Open <span class="count">${facts.open?size}</span></a></#if>
<#if facts.components?has_content><a href="#components">Components</a></#if>
</nav>
<button type="button" id="theme" aria-pressed="false" hidden>Dark</button>
</div>
</header>
<main>
<section id="summary" aria-labelledby="summary-title">
<p class="verdict ${facts.mood}">${facts.verdict}</p>
<h1 id="summary-title">${facts.system}</h1>
<p class="lead">${facts.kind}: ${facts.because}.</p>
<p>${facts.passed} of ${facts.applicable} checks pass<#list facts.severities as s>, ${facts.count(s)} ${s}<#if facts.count(s) != 1 && s != "info">s</#if></#list>.</p>
<dl class="headline">
<#list facts.headline as row>
<div><dt>${row.label}</dt><dd>${row.text}</dd></div>
</#list>
</dl>
</section>
<@topology.section facts/>
<@findings.section facts/>
<section id="checklist" aria-labelledby="checklist-title">
<h2 id="checklist-title">Checklist</h2>
<table>
<thead><tr><th scope="col">status</th><th scope="col">item</th><th scope="col">because</th></tr></thead>
<tbody>
<#list facts.checklist as c>
<tr><td><span class="status ${c.mood}">${c.word}</span></td><th scope="row">${c.title}</th><td>${c.because}</td></tr>
</#list>
</tbody>
</table>
</section>
<#if facts.open?has_content>
<section id="open" aria-labelledby="open-title">
<h2 id="open-title">Open questions</h2>
<table>
<thead><tr><th scope="col">question</th><th scope="col">where the record holds the answer</th></tr></thead>
<tbody>
<#list facts.open as row>
<tr><td>${row.text}</td><td><code>${row.label}</code></td></tr>
</#list>
</tbody>
</table>
</section>
</#if>
<#if facts.tried?has_content>
<section id="tried" aria-labelledby="tried-title">
<h2 id="tried-title">Held in every schedule that was tried</h2>
<table>
<thead><tr><th scope="col">rule</th><th scope="col">on</th><th scope="col">what held</th><th scope="col">within</th></tr></thead>
<tbody>
<#list facts.tried as t>
<tr><td><code>${t.rule}</code></td><td>${t.subject}</td><td>${t.claim}</td><td>${t.bounds}</td></tr>
</#list>
</tbody>
</table>
</section>
</#if>
<#if facts.accepted?has_content>
<section id="accepted" aria-labelledby="accepted-title">
<h2 id="accepted-title">Accepted</h2>
<table>
<thead><tr><th scope="col">rule</th><th scope="col">on</th><th scope="col">because</th><th scope="col">owner</th><th scope="col">until</th></tr></thead>
<tbody>
<#list facts.accepted as a>
<tr><td><code>${a.rule}</code></td><td>${a.subject}</td><td>${a.because}</td><td>${a.owner}</td><td>${a.until}</td></tr>
</#list>
</tbody>
</table>
</section>
</#if>
<@topology.components facts/>
<#if facts.unread?has_content>
<section id="unread" aria-labelledby="unread-title">
<h2 id="unread-title">Not read</h2>
<table>
<thead><tr><th scope="col">where</th><th scope="col">why</th></tr></thead>
<tbody>
<#list facts.unread as row>
<tr><td><code>${row.label}</code></td><td>${row.text}</td></tr>
</#list>
</tbody>
</table>
</section>
</#if>
</main>
<script>${it.script?no_esc}</script>
</body>
</html>
