<#macro place at><#if at?has_content><code class="at">${at}</code></#if></#macro>
<#macro section facts>
<#if facts.drawing.isPresent()>
<#local drawing = facts.drawing.get()>
<section id="topology" aria-labelledby="topology-title">
<h2 id="topology-title">Topology</h2>
<div class="tools" hidden id="map-tools">
<label>Focus <select id="focus"><option value="">everything</option>
<#list facts.components as c>
<option value="${c.key}">${c.id}</option>
</#list>
</select></label>
<#if facts.environments?size gt 1>
<label>Environment <select id="environment"><option value="">all</option>
<#list facts.environments as e>
<option value="${e}">${e}</option>
</#list>
</select></label>
</#if>
<#if facts.background>
<label><input type="checkbox" id="background"> registry, configuration and monitoring</label>
</#if>
<span class="zoom"><button type="button" id="out" aria-label="Zoom out">−</button><button type="button" id="fit">Fit</button><button type="button" id="in" aria-label="Zoom in">+</button></span>
</div>
<div class="map-and-card">
<div class="map" id="map">
<svg viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" height="${drawing.height}" role="group" aria-label="Topology of ${facts.system}: ${drawing.shapes?size} boxes, callers left of what they call">
<defs>
<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker>
<marker id="head-on" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head on" d="M0 0L8 4L0 8z"/></marker>
</defs>
<g id="arrows">
<#list drawing.arrows as line>
<#local arrow = line.arrow>
<path class="arrow<#if arrow.background> background</#if><#if arrow.asynchronous> async</#if><#if arrow.replicating> replication</#if>" d="${line.path}" data-from="${facts.keys[arrow.source]}" data-to="${facts.keys[arrow.target]}"><title>${arrow.source} → ${arrow.target}: <#list arrow.connections as c>${c.kind().word()}<#if c.protocol()?has_content> ${c.protocol()}</#if><#if arrow.target != c.target()> (${c.target()})</#if><#sep>, </#list></title></path>
</#list>
</g>
<g id="boxes">
<#list drawing.shapes as shape>
<#local c = facts.card(shape.box.component.id())>
<g class="box role-${c.role}<#if c.worst?has_content> has-${c.worst}</#if>" tabindex="0" role="button" data-key="${c.key}" data-in="${c.environments?join(" ")}" aria-label="${c.id}, ${c.type}<#if c.findings?has_content>, ${c.findings?size} finding<#if c.findings?size != 1>s</#if></#if>">
<title>${c.id}</title>
<rect class="body" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="6"/>
<rect class="stripe" x="${shape.x}" y="${shape.y}" width="5" height="${shape.height}" rx="2"/>
<text class="name" x="${shape.x + 14}" y="${shape.y + 18}">${shape.title}</text>
<text class="detail" x="${shape.x + 14}" y="${shape.y + 33}">${shape.detail}</text>
<#if c.findings?has_content>
<circle class="badge ${c.worst}" cx="${shape.x + shape.width}" cy="${shape.y}" r="8"/>
<text class="badge-count" x="${shape.x + shape.width}" y="${shape.y + 4}">${c.findings?size}</text>
</#if>
</g>
<#list shape.owned as store>
<#local o = facts.card(store.component.id())>
<g class="box owned role-stores<#if o.worst?has_content> has-${o.worst}</#if>" tabindex="0" role="button" data-key="${o.key}" data-owner="${c.key}" data-in="${o.environments?join(" ")}" aria-label="${o.id}, ${o.type} of ${c.id}<#if o.findings?has_content>, ${o.findings?size} finding<#if o.findings?size != 1>s</#if></#if>">
<title>${o.id}: ${o.technology}</title>
<rect class="body" x="${shape.x + 10}" y="${store.y}" width="${shape.width - 16}" height="15" rx="3"/>
<text class="detail" x="${shape.x + 16}" y="${store.y + 11}">${store.title}</text>
<#if o.findings?has_content>
<circle class="badge ${o.worst}" cx="${shape.x + shape.width - 12}" cy="${store.y + 7}" r="4"/>
</#if>
</g>
</#list>
</#list>
</g>
</svg>
</div>
<div id="card" role="region" aria-live="polite" aria-label="The chosen component" tabindex="0" hidden></div>
</div>
<p class="legend"><span class="line"></span> waits for the answer <span class="line async"></span> goes on without it <#if facts.background><span class="line background"></span> what everybody does alike </#if>— choose a box to see what it rests on</p>
</section>
</#if>
</#macro>
<#macro components facts>
<#if facts.components?has_content>
<section id="components" aria-labelledby="components-title">
<h2 id="components-title">Components</h2>
<#list facts.components as c>
<details class="component" id="${c.key}">
<summary><b>${c.id}</b> <span class="detail">${c.type}<#if c.technology?has_content>, ${c.technology}</#if><#if c.findings?has_content> · ${c.findings?size} finding<#if c.findings?size != 1>s</#if></#if></span></summary>
<article>
<h3>${c.id}</h3>
<p class="detail">${c.type}<#if c.technology?has_content>, ${c.technology}</#if>; ${c.presence}<#if c.environments?size gt 1> in ${c.environments?join(", ")}</#if><#if c.names?has_content>; also called ${c.names}</#if></p>
<#if c.findings?has_content>
<ul class="found">
<#list c.findings as f>
<li><span class="severity ${f.severity}">${f.severity}</span> <a href="#${f.key}">${f.what}</a></li>
</#list>
</ul>
</#if>
<#if c.facts?has_content>
<h4>Known</h4>
<ul>
<#list c.facts as line>
<li>${line.text} <@place line.at/><#if line.label?has_content> <span class="by">${line.label}</span></#if></li>
</#list>
</ul>
</#if>
<#if c.uses?has_content>
<h4>Uses</h4>
<ul>
<#list c.uses as p>
<li><a href="#${p.key}">${p.id}</a> ${p.how} <@place p.at/></li>
</#list>
</ul>
</#if>
<#if c.usedBy?has_content>
<h4>Used by</h4>
<ul>
<#list c.usedBy as p>
<li><a href="#${p.key}">${p.id}</a> ${p.how} <@place p.at/></li>
</#list>
</ul>
</#if>
<h4>Seen</h4>
<ul>
<#list c.seen as line>
<li>${line.text}<@place line.at/> <span class="by">${line.label}</span></li>
</#list>
</ul>
</article>
</details>
</#list>
</section>
</#if>
</#macro>
