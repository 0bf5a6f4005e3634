<#include "../inbox.sql.ftl">
