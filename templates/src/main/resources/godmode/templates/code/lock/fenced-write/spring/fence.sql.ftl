<#include "../fence.sql.ftl">
