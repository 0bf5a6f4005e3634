<#assign name = "Raft">
<#include "/consensus/storage.ftl">
