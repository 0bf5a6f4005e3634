<#assign name = "Raft">
<#include "/consensus/transport.ftl">
