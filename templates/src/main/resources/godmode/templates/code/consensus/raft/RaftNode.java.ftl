<#assign name = "Raft">
<#include "/consensus/node.ftl">
