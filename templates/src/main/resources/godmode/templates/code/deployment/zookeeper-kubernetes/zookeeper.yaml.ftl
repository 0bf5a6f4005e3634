<#import "../parts.ftl" as parts>
<#assign name = it.name("zookeeper")>
# ZooKeeper with ${it.members()} members: it goes on without ${it.spare()} of them, and stops before it tells two truths.
# Members and clients speak in plain text here; use TLS where others share the network.
<@parts.headless name=name ports={"client": 2181, "peer": 2888, "election": 3888} />
<#if it.kept("a budget for disruptions")>
<@parts.budget name />
</#if>
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
<#if it.kept("as many members as there are peers")>
  replicas: ${it.members()}
<#else>
  replicas: ${it.members() - 1}
</#if>
  podManagementPolicy: Parallel # the first member cannot be ready without a majority
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: ${name}}
    spec:
<#if it.kept("one member on each node")>
<@parts.spread "app.kubernetes.io/name: ${name}" />
</#if>
      containers:
        - name: zookeeper
          image: zookeeper:3.9.3
          env:
            - name: ZOO_SERVERS
              value: >-
<#list 1..it.members() as n>
                server.${n}=${name}-${n - 1}.${name}:2888:3888;2181
</#list>
            - {name: ZOO_CFG_EXTRA, value: quorumListenOnAllIPs=true} # a member's own name may not resolve yet
            - {name: ZOO_4LW_COMMANDS_WHITELIST, value: "ruok,srvr"}
            - {name: ZOO_AUTOPURGE_PURGEINTERVAL, value: "24"} # hours; else logs grow until the disk is full
          command: [bash, -c]
          args:
            - export ZOO_MY_ID=$((${r"${HOSTNAME##*-}"} + 1)) && exec /docker-entrypoint.sh zkServer.sh start-foreground
          ports:
            - {name: client, containerPort: 2181}
            - {name: peer, containerPort: 2888}
            - {name: election, containerPort: 3888}
          readinessProbe: # a member without a majority serves nobody
            exec: {command: [bash, -c, "echo srvr | nc -w 2 localhost 2181 | grep Mode"]}
            timeoutSeconds: 3
          livenessProbe:
            exec: {command: [bash, -c, "echo ruok | nc -w 2 localhost 2181 | grep imok"]}
            timeoutSeconds: 3
            failureThreshold: 8 # a slow disk is no reason to lose a member
          resources:
            requests: {cpu: 250m, memory: 1Gi}
            limits: {memory: 1Gi}
<#if it.kept("a volume for each member")>
          volumeMounts:
            - {name: data, mountPath: /data, subPath: data}
            - {name: data, mountPath: /datalog, subPath: log}
<@parts.claims "10Gi" />
</#if>
