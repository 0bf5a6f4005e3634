<#include "../lock.sql.ftl">
