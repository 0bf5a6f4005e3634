<#assign name = "Raft">
<#include "/consensus/journal.ftl">
