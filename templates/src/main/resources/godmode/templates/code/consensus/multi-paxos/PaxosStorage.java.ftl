<#assign name = "Paxos">
<#include "/consensus/storage.ftl">
