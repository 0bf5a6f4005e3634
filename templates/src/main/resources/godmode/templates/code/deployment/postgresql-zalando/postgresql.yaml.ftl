<#assign name = it.name("postgresql")>
# PostgreSQL with ${it.members()} instances, for Zalando's operator, which runs Patroni in each: a commit is on two of them, and a
# failover goes to one of those. The operator spreads instances over nodes and zones where it is configured so
# (enable_pod_antiaffinity), and makes a budget for the primary by itself.
apiVersion: acid.zalan.do/v1
kind: postgresql
metadata:
  name: ${name}
spec:
  teamId: ${name?keep_before("-")}
  numberOfInstances: ${it.members()}
  postgresql:
    version: "17"
  patroni:
    synchronous_mode: true
    synchronous_mode_strict: true # without a standby no commit, rather than one that is on one disk
    synchronous_node_count: 1
    failsafe_mode: true # the primary stays while it reaches every member, even without the Kubernetes API
<#if it.kept("a lease that outlasts the retries")>
    ttl: 30
<#else>
    ttl: 20
</#if>
    loop_wait: 10
    retry_timeout: 10
    maximum_lag_on_failover: 1048576 # bytes
  volume: {size: 50Gi}
  users:
    app: []
  databases:
    app: app
  resources:
    requests: {cpu: "1", memory: 2Gi}
    limits: {cpu: "2", memory: 2Gi}
