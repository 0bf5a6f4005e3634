<#import "../parts.ftl" as parts>
<#assign name = it.name("mongodb")>
# A replica set of MongoDB with ${it.members()} members that all hold data, for the community operator: it takes writes without ${it.spare()}
# of them. The password of the first user is a secret that is made once:
#   kubectl create secret generic ${name}-admin --from-literal=password=$(openssl rand -hex 24)
<#if it.kept("a budget for disruptions")>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
spec:
  maxUnavailable: 1 # a drain takes one member at a time
  selector:
    matchLabels: {app: ${name}-svc}
---
</#if>
apiVersion: mongodbcommunity.mongodb.com/v1
kind: MongoDBCommunity
metadata:
  name: ${name}
spec:
  type: ReplicaSet
  version: 8.0.12
<#if it.kept("members that hold data")>
<#if it.kept("an odd number of members")>
  members: ${it.members()}
<#else>
  members: ${it.members() - 1}
</#if>
<#else>
  members: ${it.members() - 1}
  arbiters: 1
</#if>
  security:
    authentication: {modes: [SCRAM]}
  users:
    - name: admin
      db: admin
      passwordSecretRef: {name: ${name}-admin}
      scramCredentialsSecretName: ${name}-admin
      roles:
        - {name: clusterAdmin, db: admin}
        - {name: userAdminAnyDatabase, db: admin}
  statefulSet:
    spec:
      template:
        spec:
          topologySpreadConstraints:
<#if it.kept("one member on each node")>
<@parts.constraints labels="app: ${name}-svc" indent=12 />
<#else>
<@parts.constraints labels="app: ${name}-svc" indent=12 unless="ScheduleAnyway" />
</#if>
          containers:
            - name: mongod
              resources:
                requests: {cpu: 500m, memory: 2Gi}
                limits: {memory: 2Gi}
      volumeClaimTemplates:
        - metadata: {name: data-volume}
          spec:
            accessModes: [ReadWriteOnce]
            resources: {requests: {storage: 50Gi}}
