<#assign name = it.name("etcd")>
#!/bin/sh
# One fault in the network of ${name}, for up to a minute: looks, asks, puts it there with Chaos Mesh, takes it away and looks again.
#   CONTEXT=kind-shop NAMESPACE=shop sh experiment.sh one-member
# The faults are one-member, halves, one-way, delay and loss, each in its file. CHECK is a command of yours that must succeed
# before, meanwhile and afterwards: a write and a read by a client. What is still there:
#   kubectl -n NAMESPACE get networkchaos
#   kubectl -n NAMESPACE delete -f one-member.yaml
set -eu
<#noparse>
: "${CONTEXT:?say in CONTEXT which cluster is meant, as kubectl config get-contexts names it}"
: "${NAMESPACE:?say in NAMESPACE where the members are}"
fault=${1:-}
CHECK=${CHECK:-true}
</#noparse>
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
manifest=$here/$fault.yaml

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

on() {
  kubectl --context "$CONTEXT" -n "$NAMESPACE" "$@"
}

# As many members are ready as there should be.
whole() {
  states=$(on get pods -l app.kubernetes.io/name=${name} \
    -o 'jsonpath={range .items[*]}{.status.conditions[?(@.type=="Ready")].status}{"\n"}{end}') || return 1
  [ "$(printf '%s\n' "$states" | grep -c '^True$')" -eq ${it.members()} ]
}

checked() {
  sh -c "$CHECK"
}

# Waits until Chaos Mesh has undone it.
heal() {
  on delete --ignore-not-found --timeout=120s -f "$manifest"
}

case $fault in
  one-member | halves | one-way | delay | loss) ;;
  *)
    echo 'say which: one-member, halves, one-way, delay or loss' >&2
    exit 2
    ;;
esac
<#if it.kept("refuses another cluster")>
[ "$(kubectl config current-context)" = "$CONTEXT" ] ||
  fail "kubectl does not point to $CONTEXT; nothing was done"
</#if>
<#if it.kept("a whole cluster before it starts")>
whole || fail 'not all ${it.members()} members of ${name} are ready; nothing was done'
there=$(on get networkchaos -o name)
[ -z "$there" ] || fail "another fault is there, nothing was done: $there"
checked || fail 'CHECK fails before the experiment; nothing was done'
</#if>
<#if it.kept("asks before it starts")>
printf '%s in %s of %s for up to 60 s. Type yes to start: ' "$fault" "$NAMESPACE" "$CONTEXT"
read -r answer || answer=no
[ "$answer" = yes ] || fail 'nothing was done'
</#if>

<#if it.kept("heals on exit")>
trap heal EXIT
trap 'exit 130' INT TERM HUP
</#if>
on apply -f "$manifest"
<#if it.kept("waits until the fault is there")>
on wait --for=condition=AllInjected --timeout=30s "networkchaos/${name}-$fault" ||
  fail 'the fault is not there; kubectl describe networkchaos says why'
</#if>
sleep 20 & # it lasts 60 s from when it was created, and 30 may be gone: the check below is still under it
wait $!
held=yes
<#if it.kept("what must hold meanwhile")>
checked || held=no
</#if>
heal
<#if it.kept("heals on exit")>
trap - EXIT
</#if>
<#if it.kept("a look at the end")>
tries=60
until whole && checked; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || fail '${name} is not whole again after two minutes'
  sleep 2
done
</#if>
[ "$held" = yes ] || fail "CHECK failed under $fault"
echo "$fault: held, and healed"
