<#assign name = "Paxos">
<#include "/consensus/node.ftl">
