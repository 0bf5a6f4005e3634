<#assign name = "TwoPhase">
<#include "/consensus/journal-test.ftl">
