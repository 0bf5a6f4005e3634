<#import "../parts.ftl" as parts>
<#assign name = it.name("mongodb")>
# A replica set of MongoDB with ${it.members()} members that all hold data: it takes writes without ${it.spare()} of them.
# Members know each other by a key that is made once:
#   kubectl create secret generic ${name}-key --from-literal=key=$(openssl rand -base64 90 | tr -d '\n')
<@parts.headless name=name ports={"mongodb": 27017} />
<#if it.kept("a budget for disruptions")>
<@parts.budget name />
</#if>
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
<#if it.kept("an odd number of members")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  podManagementPolicy: Parallel
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<#if it.kept("one member on each node")>
<@parts.spread "app.kubernetes.io/name: ${name}" />
</#if>
      securityContext: {runAsUser: 999, fsGroup: 999}
      initContainers:
        - name: key # mongod wants the file to be readable by its owner alone
          image: mongo:8.0
          command: [sh, -c, "install -m 400 /secret/key /key/key"]
          volumeMounts:
            - {name: secret, mountPath: /secret}
            - {name: key, mountPath: /key}
      containers:
        - name: mongodb
          image: mongo:8.0
          command:
            - mongod
            - --replSet=${name}
            - --bind_ip_all
            - --keyFile=/key/key
          ports:
            - {name: mongodb, containerPort: 27017}
          readinessProbe:
            exec: {command: [mongosh, --quiet, --eval, "db.adminCommand('ping').ok"]}
            timeoutSeconds: 5
          livenessProbe:
            exec: {command: [mongosh, --quiet, --eval, "db.adminCommand('ping').ok"]}
            timeoutSeconds: 5
            failureThreshold: 8
          resources:
            requests: {cpu: 500m, memory: 2Gi}
            limits: {memory: 2Gi}
          volumeMounts:
            - {name: key, mountPath: /key}
            - {name: initiate, mountPath: /initiate}
<#if it.kept("a volume for each member")>
            - {name: data, mountPath: /data/db}
</#if>
      volumes:
        - name: secret
          secret: {secretName: ${name}-key}
        - name: key
          emptyDir: {medium: Memory}
        - name: initiate
          configMap: {name: ${name}}
<#if it.kept("a volume for each member")>
<@parts.claims "50Gi" />
</#if>
---
# Which members there are, told once: kubectl exec ${name}-0 -- mongosh /initiate/initiate.js
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  initiate.js: |
    rs.initiate({_id: '${name}', members: [
<#list 0..<it.members() as n>
<#if it.kept("members that hold data") || n != it.members() - 1>
      {_id: ${n}, host: '${name}-${n}.${name}:27017'}<#sep>,</#sep>
<#else>
      {_id: ${n}, host: '${name}-${n}.${name}:27017', arbiterOnly: true}
</#if>
</#list>
    ]})
