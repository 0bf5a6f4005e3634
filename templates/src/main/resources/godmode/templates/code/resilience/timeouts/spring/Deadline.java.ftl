<#include "/resilience/timeouts/Deadline.java.ftl">
