<#include "../saga.sql.ftl">
