<#macro section facts>
<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<#if !facts.findings?has_content>
<p>Nothing was found.</p>
<#else>
<form class="tools" id="filter" hidden role="search" aria-label="Filter the findings">
<label>Search <input type="search" id="search" autocomplete="off" placeholder="rule, component, file"></label>
<#list facts.severities as s>
<label><input type="checkbox" name="severity" value="${s}" checked> ${s}</label>
</#list>
<label>Rule <select id="rule"><option value="">all</option>
<#list facts.rules as rule>
<option value="${rule}">${rule}</option>
</#list>
</select></label>
<label><input type="checkbox" id="fresh"> new only</label>
<output id="shown" aria-live="polite"></output>
</form>
<#list facts.findings as f>
<details class="finding ${f.severity}" id="${f.key}" data-severity="${f.severity}" data-rule="${f.rule}" data-fresh="${f.fresh}" data-text="${f.text}">
<summary><span class="severity ${f.severity}">${f.severity}</span> <b>${f.what}</b> <span class="by"><code>${f.rule}</code><#if !f.fresh> · known</#if></span></summary>
<div class="body">
<p class="by">on ${f.subject}, confidence ${f.confidence}, in ${f.environments?join(", ")}</p>
<dl>
<#if f.where?has_content>
<dt>where</dt><dd><ul><#list f.where as row><li><code class="at">${row.label}</code> ${row.text}<#if row.frame.isPresent()><#local fr = row.frame.get()><pre class="frame" tabindex="0" aria-label="${row.label}"><span class="line">${row.line}</span> ${fr.before()}<mark>${fr.marked()}</mark>${fr.after()}</pre></#if></li></#list></ul></dd>
</#if>
<dt>why</dt><dd>${f.because}</dd>
<dt>fix</dt><dd>${f.fix}</dd>
</dl>
<#if f.story.isPresent()><@story f.story.get() f.key/></#if>
</div>
</details>
</#list>
</#if>
</section>
</#macro>
<#macro story how key>
<#local t = how.timeline>
<figure class="timeline" data-steps="${t.marks?size}" tabindex="0" aria-labelledby="${key}-claim" aria-describedby="${key}-keys">
<figcaption id="${key}-claim">How it goes wrong: <em>${how.claim}</em></figcaption>
<p class="stepper" hidden><button type="button" data-step="-1" aria-label="Step back">◀</button> <button type="button" data-step="1" aria-label="Step forward">▶</button> <button type="button" data-step="all">All</button> <output class="where-now"></output> <span class="by" id="${key}-keys">arrow keys step</span></p>
<div class="lanes-and-steps">
<div class="lanes"><svg viewBox="0 0 ${t.width} ${t.height}" width="${t.width}" height="${t.height}" aria-hidden="true">
<#list t.lanes as lane>
<line class="lane" x1="${lane.x}" y1="30" x2="${lane.x}" y2="${t.height}"/>
<text class="lane-name" x="${lane.x}" y="18">${lane.title}<title>${lane.name}</title></text>
</#list>
<#list t.marks as m>
<g class="mark<#if m.fault> fault</#if>" data-at="${m?counter}">
<#if m.message>
<line class="message" x1="${m.from}" y1="${m.y}" x2="${m.to}" y2="${m.y + 14}"/>
<circle class="end" cx="${m.to}" cy="${m.y + 14}" r="3.5"/>
</#if>
<circle class="dot" cx="${m.from}" cy="${m.y}" r="10"/>
<text class="number" x="${m.from}" y="${m.y + 4}">${m.number}</text>
<#if m.state?has_content><text class="state" x="${m.from + 14}" y="${m.y + (m.message)?then(-6, 4)}">${m.state}</text></#if>
</g>
</#list>
</svg></div>
<ol class="steps">
<#list t.marks as m>
<li value="${m.number}" data-at="${m?counter}"<#if m.fault> class="fault"</#if>>${m.sentence}<#if m.change?has_content> <span class="by">${m.change}</span></#if></li>
</#list>
</ol>
</div>
<p class="ending"><b>${how.ending}</b></p>
<p class="by">Shortest of all schedules with ${how.bounds}; ${how.states} states were looked at. Again: <code>${how.replay}</code></p>
</figure>
</#macro>
