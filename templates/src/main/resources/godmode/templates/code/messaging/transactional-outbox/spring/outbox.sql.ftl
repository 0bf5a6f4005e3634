<#include "../outbox.sql.ftl">
