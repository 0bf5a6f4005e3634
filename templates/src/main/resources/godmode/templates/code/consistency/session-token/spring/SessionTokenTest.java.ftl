<#include "/consistency/session-token/SessionTokenTest.java.ftl">
