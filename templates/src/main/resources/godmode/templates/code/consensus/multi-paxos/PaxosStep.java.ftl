<#assign name = "Paxos">
<#include "/consensus/step.ftl">
