<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${it.width} ${it.height}" width="${it.width}" height="${it.height}" font-family="sans-serif" font-size="11">
<title>${it.title}</title>
<style>
.line{stroke:#888}.message{stroke:#1565c0;marker-end:url(#head)}.lost{stroke:#c62828;stroke-dasharray:4 3}
.change{fill:#2e7d32}.fault{fill:#e65100}.violation{fill:#c62828;font-weight:bold}.label{paint-order:stroke;stroke:#fff;stroke-width:3px}.time{fill:#777}.bar{fill:#1565c0}
</style>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="#1565c0"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
<text x="8" y="20" font-size="14">${it.title}</text>
<text class="time" x="8" y="38">${it.given}</text>
<#list it.violations as violation>
<text class="violation" x="8" y="${54 + violation?index * 15}">${violation}</text>
</#list>
<text class="time" x="8" y="${it.top - 8}">ms</text>
<#list it.columns as column>
<text x="${column.x}" y="${it.top - 8}" text-anchor="middle" font-weight="bold">${column.name}</text>
<line class="line" x1="${column.x}" y1="${it.top}" x2="${column.x}" y2="${it.bottom}"/>
</#list>
<#list it.marks as mark>
<#if mark.time?has_content>
<text class="time" x="8" y="${mark.y1 + 4}">${mark.time}</text>
</#if>
<#if mark.kind == "message" || mark.kind == "lost">
<line class="${mark.kind}" x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}"><title>${mark.whole}</title></line>
</#if>
</#list>
<#list it.marks as mark>
<#if mark.kind != "message" && mark.kind != "lost">
<circle class="${mark.kind}" cx="${mark.x1}" cy="${mark.y1}" r="4"><title>${mark.whole}</title></circle>
<#if mark.text?has_content>
<text class="${mark.kind} label" x="${mark.x1 + 8}" y="${mark.y1 + 4}">${mark.text}</text>
</#if>
</#if>
</#list>
<#list it.charts as chart>
<text x="${it.columns?first.x}" y="${chart.y}" font-weight="bold">${chart.name}: median ${chart.median}</text>
<#list chart.bars as bar>
<rect class="bar" x="${bar.x}" y="${bar.y}" width="${chart.width}" height="${bar.height}"><title>${bar.count}</title></rect>
</#list>
<text x="${it.columns?first.x}" y="${chart.base}">${chart.least}</text>
<text x="${chart.end}" y="${chart.base}" text-anchor="end">${chart.most}</text>
</#list>
<#list it.fixed as fixed>
<text x="${it.columns?first.x}" y="${it.end + fixed?index * it.row}">${fixed}</text>
</#list>
</svg>
