<#import "../parts.ftl" as parts>
<#assign name = it.name("patroni")>
# PostgreSQL with ${it.members()} members, each under Patroni, which elects the primary by the API of Kubernetes: a commit is on two
# members, and a failover goes to one of those. Passwords are in a secret that is made once:
#   kubectl create secret generic ${name} --from-literal=superuser=$(openssl rand -hex 24) \
#     --from-literal=standby=$(openssl rand -hex 24) --from-literal=admin=$(openssl rand -hex 24)
# Clients write to the service ${name}: its only endpoint is the primary, which Patroni enters.
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels: {application: spilo, cluster-name: ${name}}
spec: # without a selector
  ports:
    - {name: postgresql, port: 5432}
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}-config # keeps what Patroni writes down of the cluster
  labels: {application: spilo, cluster-name: ${name}}
spec:
  clusterIP: None
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}-members
  labels: {application: spilo, cluster-name: ${name}}
spec:
  clusterIP: None # a name for each member
  publishNotReadyAddresses: true
  selector: {application: spilo, cluster-name: ${name}}
  ports:
    - {name: postgresql, port: 5432}
    - {name: patroni, port: 8008}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
spec:
  maxUnavailable: 1 # a drain takes one member at a time
  selector:
    matchLabels: {application: spilo, cluster-name: ${name}}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${name}
rules:
  - apiGroups: [""]
    resources: [configmaps, endpoints]
    verbs: [create, get, list, patch, update, watch, delete]
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list, patch, update, watch]
  - apiGroups: [""]
    resources: [services]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${name}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${name}}
subjects:
  - {kind: ServiceAccount, name: ${name}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
  labels: {application: spilo, cluster-name: ${name}}
spec:
  serviceName: ${name}-members
  replicas: ${it.members()}
  podManagementPolicy: Parallel
  selector:
    matchLabels: {application: spilo, cluster-name: ${name}}
  template:
    metadata:
      labels: {application: spilo, cluster-name: ${name}}
    spec:
<@parts.spread "application: spilo, cluster-name: ${name}" />
      serviceAccountName: ${name}
      securityContext: {fsGroup: 103}
      terminationGracePeriodSeconds: 120
      containers:
        - name: patroni
          image: ghcr.io/zalando/spilo-17:4.0-p3
          env:
            - {name: DCS_ENABLE_KUBERNETES_API, value: "true"}
            - {name: KUBERNETES_USE_ENDPOINTS, value: "true"}
            - {name: KUBERNETES_SCOPE_LABEL, value: cluster-name}
            - {name: KUBERNETES_ROLE_LABEL, value: role}
            - {name: KUBERNETES_LABELS, value: '{"application": "spilo"}'}
            - {name: SCOPE, value: ${name}}
            - {name: PGROOT, value: /home/postgres/pgdata/pgroot}
            - {name: PGUSER_SUPERUSER, value: postgres}
            - name: PGPASSWORD_SUPERUSER
              valueFrom: {secretKeyRef: {name: ${name}, key: superuser}}
            - {name: PGUSER_STANDBY, value: standby}
            - name: PGPASSWORD_STANDBY
              valueFrom: {secretKeyRef: {name: ${name}, key: standby}}
            - name: PGPASSWORD_ADMIN
              valueFrom: {secretKeyRef: {name: ${name}, key: admin}}
            - name: POD_IP
              valueFrom: {fieldRef: {fieldPath: status.podIP}}
            - name: POD_NAMESPACE
              valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
            - name: SPILO_CONFIGURATION
              value: |
                bootstrap:
                  dcs:
                    synchronous_mode: true
                    synchronous_mode_strict: true
                    failsafe_mode: true
<#if it.kept("a lease that outlasts the retries")>
                    ttl: 30
<#else>
                    ttl: 20
</#if>
                    loop_wait: 10
                    retry_timeout: 10
                    maximum_lag_on_failover: 1048576
<#if !it.kept("commits that are on the disk")>
                    postgresql: {parameters: {fsync: "off"}}
</#if>
          ports:
            - {name: postgresql, containerPort: 5432}
            - {name: patroni, containerPort: 8008}
          readinessProbe:
            httpGet: {path: /readiness, port: patroni}
          livenessProbe:
            httpGet: {path: /liveness, port: patroni}
            failureThreshold: 8
          resources:
            requests: {cpu: "1", memory: 2Gi}
            limits: {memory: 2Gi}
<#if it.kept("a volume for each member")>
          volumeMounts:
            - {name: data, mountPath: /home/postgres/pgdata}
<@parts.claims "50Gi" />
</#if>
