<#assign name = it.name("etcd")>
# etcd with ${it.members()} members, for the operator of the etcd project: it goes on without ${it.spare()} of them.
apiVersion: operator.etcd.io/v1alpha1
kind: EtcdCluster
metadata:
  name: ${name}
spec:
<#if it.kept("an odd number of members")>
  size: ${it.members()}
<#else>
  size: ${it.members() - 1}
</#if>
  version: v3.6.5
<#if it.kept("a heartbeat well within the election timeout")>
  etcdOptions: [--heartbeat-interval=100, --election-timeout=1000] # milliseconds
<#else>
  etcdOptions: [--heartbeat-interval=500, --election-timeout=1000]
</#if>
  storageSpec:
    accessModes: ReadWriteOnce
    volumeSizeRequest: 8Gi
    volumeSizeLimit: 8Gi
