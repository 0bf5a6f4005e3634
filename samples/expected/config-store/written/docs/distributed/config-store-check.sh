#!/bin/sh
# Looks at the running system and changes nothing; for people to run, written by godmode,
# which never runs it. Exit code 1 if something is not as it should be.
# NAMESPACE says where in Kubernetes, COMPOSE_FILE which Compose project.
set -u

NAMESPACE=${NAMESPACE:-default}
bad=0

good() {
  printf 'ok    %s\n' "$1"
}

wrong() {
  printf 'WRONG %s\n' "$1"
  bad=1
}

# compose_runs SERVICE: its containers run, and none of them says that it is ill.
compose_runs() {
  ids=$(docker compose ps -q --status running -- "$1" 2>/dev/null)
  if [ -z "$ids" ]; then
    wrong "$1: no container runs"
    return
  fi
  for id in $ids; do
    state=$(docker inspect -f '{{if .State.Health}}{{.State.Health.Status}}{{end}}' "$id")
    if [ "$state" = unhealthy ]; then
      wrong "$1: unhealthy"
      return
    fi
  done
  good "$1 runs"
}

# kube_runs WORKLOAD: as many of its pods are ready as there should be.
kube_runs() {
  for kind in statefulset deployment daemonset; do
    counts=$(kubectl -n "$NAMESPACE" get "$kind" "$1" \
      -o 'jsonpath={.status.readyReplicas}{.status.numberReady} {.spec.replicas}{.status.desiredNumberScheduled}' \
      2>/dev/null) || continue
    ready=${counts% *}
    wanted=${counts#* }
    if [ "${ready:-0}" = "$wanted" ]; then
      good "$1: $wanted ready"
    else
      wrong "$1: ${ready:-0} of $wanted ready"
    fi
    return
  done
  wrong "$1: no workload of that name in the namespace $NAMESPACE"
}

# The first pod of a workload.
pod() {
  for kind in statefulset deployment daemonset; do
    labels=$(kubectl -n "$NAMESPACE" get "$kind" "$1" \
      -o 'go-template={{range $k, $v := .spec.selector.matchLabels}}{{$k}}={{$v}},{{end}}' \
      2>/dev/null) || continue
    kubectl -n "$NAMESPACE" get pod -l "${labels%,}" -o 'jsonpath={.items[0].metadata.name}'
    return
  done
}

# inside compose|kube NAME COMMAND...
inside() {
  where=$1
  name=$2
  shift 2
  if [ "$where" = compose ]; then
    docker compose exec -T -- "$name" "$@"
  else
    kubectl -n "$NAMESPACE" exec "$(pod "$name")" -- "$@"
  fi
}

# shows WHERE NAME TITLE COMMAND...: prints what it says.
shows() {
  where=$1
  name=$2
  title=$3
  shift 3
  if said=$(inside "$where" "$name" "$@" 2>&1); then
    good "$name: $title"
    printf '%s\n' "$said" | sed 's/^/        /'
  else
    wrong "$name: $title: $said"
  fi
}

# silent WHERE NAME TITLE COMMAND...: what it prints should not be there.
silent() {
  where=$1
  name=$2
  title=$3
  shift 3
  if ! said=$(inside "$where" "$name" "$@" 2>&1); then
    wrong "$name: $title: $said"
  elif [ -n "$said" ]; then
    wrong "$name: $title"
    printf '%s\n' "$said" | sed 's/^/        /'
  else
    good "$name: none of $title"
  fi
}

kube_runs 'config-service'
kube_runs 'etcd'

shows kube 'etcd' 'health of the members' etcdctl endpoint health --cluster
shows kube 'etcd' 'leader and lag of the members' etcdctl endpoint status --cluster -w table

exit "$bad"
