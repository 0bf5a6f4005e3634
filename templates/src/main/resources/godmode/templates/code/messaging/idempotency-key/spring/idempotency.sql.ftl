<#include "../idempotency.sql.ftl">
