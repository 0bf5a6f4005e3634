<#assign name = "Paxos">
<#include "/consensus/transport.ftl">
