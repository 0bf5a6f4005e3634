<#include "/resilience/timeouts/DeadlineTest.java.ftl">
