<#assign name = "Paxos">
<#include "/consensus/journal-test.ftl">
