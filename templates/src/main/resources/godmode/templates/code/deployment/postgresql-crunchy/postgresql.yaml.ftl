<#import "../parts.ftl" as parts>
<#assign name = it.name("postgresql")>
# PostgreSQL with ${it.members()} instances, for Crunchy's operator, which runs Patroni in each: a commit is on two of them, and a
# failover goes to one of those.
apiVersion: postgres-operator.crunchydata.com/v1beta1
kind: PostgresCluster
metadata:
  name: ${name}
spec:
  postgresVersion: 17
  instances:
    - name: instance
      replicas: ${it.members()}
      minAvailable: ${it.members() - 1}
      dataVolumeClaimSpec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 50Gi}}
      topologySpreadConstraints:
<@parts.constraints labels="postgres-operator.crunchydata.com/cluster: ${name}, postgres-operator.crunchydata.com/instance-set: instance" indent=8 />
      resources:
        requests: {cpu: "1", memory: 2Gi}
        limits: {memory: 2Gi}
  patroni:
    leaderLeaseDurationSeconds: 30
    syncPeriodSeconds: 10
    dynamicConfiguration:
      synchronous_mode: true
      synchronous_mode_strict: true # without a standby no commit, rather than one that is on one disk
      failsafe_mode: true
<#if !it.kept("commits that are on the disk")>
      postgresql: {parameters: {fsync: "off"}}
</#if>
  backups:
    pgbackrest:
      repos:
        - name: repo1
          schedules: {full: "0 1 * * 0", incremental: "0 1 * * 1-6"}
          volume:
            volumeClaimSpec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 100Gi}}
