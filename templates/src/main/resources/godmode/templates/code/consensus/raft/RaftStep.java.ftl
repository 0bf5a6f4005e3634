<#assign name = "Raft">
<#include "/consensus/step.ftl">
