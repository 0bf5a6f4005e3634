<#assign name = "Raft">
<#include "/consensus/journal-test.ftl">
