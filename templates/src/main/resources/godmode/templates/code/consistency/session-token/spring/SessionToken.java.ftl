<#include "/consistency/session-token/SessionToken.java.ftl">
