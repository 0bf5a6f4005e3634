<#assign name = "TwoPhase">
<#include "/consensus/journal.ftl">
