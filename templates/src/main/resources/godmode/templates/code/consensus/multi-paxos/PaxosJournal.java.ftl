<#assign name = "Paxos">
<#include "/consensus/journal.ftl">
