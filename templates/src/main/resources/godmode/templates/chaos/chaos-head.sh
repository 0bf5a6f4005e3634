#!/bin/sh
# Experiments for people to run, written by godmode, which never runs them.
#   sh THIS-FILE          lists them
#   sh THIS-FILE NAME     does one, waits, and undoes it, also when it is interrupted
# NAMESPACE says where in Kubernetes, COMPOSE_FILE which Compose project, NET_IMAGE
# which image has tc and iptables, PROXY which proxy of Toxiproxy.
set -eu

NAMESPACE=${NAMESPACE:-default}
NET_IMAGE=${NET_IMAGE:-nicolaka/netshoot}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# The labels by which a workload of Kubernetes selects its pods, as JSON.
labels() {
  for kind in statefulset deployment daemonset; do
    found=$(kubectl -n "$NAMESPACE" get "$kind" "$1" \
      -o 'jsonpath={.spec.selector.matchLabels}' 2>/dev/null) || continue
    if [ -n "$found" ]; then
      printf '%s\n' "$found"
      return 0
    fi
  done
  fail "no workload of that name in the namespace $NAMESPACE: $1"
}

# A manifest of Chaos Mesh with its labels and namespace.
filled() {
  sed -e "s|\"@LABELS@\"|$2|" -e "s|@NAMESPACE@|$NAMESPACE|" "$here/$1"
}

# mesh MANIFEST WORKLOAD SECONDS
mesh() {
  manifest=$1
  chosen=$(labels "$2")
  filled "$manifest" "$chosen" | kubectl apply -f -
  trap 'filled "$manifest" "$chosen" | kubectl delete --ignore-not-found -f -' EXIT
  trap 'exit 130' INT TERM
  sleep "$3"
}

# The id of the first container of a Compose service.
container() {
  found=$(docker compose ps -q -- "$1" | head -n 1)
  [ -n "$found" ] || fail "no running container of that service: $1"
  printf '%s\n' "$found"
}

# Runs a command in the network of a container.
net() {
  joined=$1
  shift
  docker run --rm --cap-add NET_ADMIN --network "container:$joined" "$NET_IMAGE" "$@"
}

addresses() {
  docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$1"
}

# rules -I|-D CONTAINER DIRECTION ADDRESSES; without addresses everybody is meant.
rules() {
  if [ -z "$4" ]; then
    net "$2" iptables "$1" OUTPUT -o eth0 -j DROP
    [ "$3" = out ] || net "$2" iptables "$1" INPUT -i eth0 -j DROP
    return 0
  fi
  for address in $4; do
    net "$2" iptables "$1" OUTPUT -d "$address" -j DROP
    [ "$3" = out ] || net "$2" iptables "$1" INPUT -s "$address" -j DROP
  done
}

# cut_off both|out SECONDS SERVICE PEER...
cut_off() {
  direction=$1
  seconds=$2
  one=$(container "$3")
  shift 3
  peers=''
  for peer in "$@"; do
    other=$(container "$peer")
    peers="$peers $(addresses "$other")"
  done
  trap 'rules -D "$one" "$direction" "$peers"' EXIT
  trap 'exit 130' INT TERM
  rules -I "$one" "$direction" "$peers"
  sleep "$seconds"
}

# stop SECONDS SERVICE
stop() {
  service=$2
  trap 'docker compose start -- "$service"' EXIT
  trap 'exit 130' INT TERM
  docker compose kill -- "$service"
  sleep "$1"
}

# hold SECONDS SERVICE
hold() {
  service=$2
  trap 'docker compose unpause -- "$service"' EXIT
  trap 'exit 130' INT TERM
  docker compose pause -- "$service"
  sleep "$1"
}

# delay SECONDS SERVICE
delay() {
  one=$(container "$2")
  trap 'net "$one" tc qdisc del dev eth0 root' EXIT
  trap 'exit 130' INT TERM
  net "$one" tc qdisc add dev eth0 root netem delay 500ms 200ms
  sleep "$1"
}

# toxic SECONDS SERVICE-OF-TOXIPROXY
toxic() {
  service=$2
  proxy=${PROXY:?say in PROXY which proxy of Toxiproxy is to be slow}
  trap 'docker compose exec -T -- "$service" /toxiproxy-cli toxic remove -n godmode "$proxy"' EXIT
  trap 'exit 130' INT TERM
  docker compose exec -T -- "$service" /toxiproxy-cli toxic add -n godmode -t latency \
    -a latency=500 -a jitter=200 "$proxy"
  sleep "$1"
}
