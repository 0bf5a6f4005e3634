<#assign name = it.name("etcd")>
<#assign last = it.members()>
#!/bin/sh
# One fault between the ${last} members of ${name} in compose.yaml: looks, asks, puts it there, takes it away and looks again.
#   sh experiment.sh one-member    1 is cut off from the others
#   sh experiment.sh halves        1 to ${it.spare()} are cut off from the rest
#   sh experiment.sh one-way       what 1 sends to the others is lost
#   sh experiment.sh clients       clients are cut off from 1
#   sh experiment.sh delay         what 1 and the others send to each other comes late
#   sh experiment.sh heal          takes away what a killed script left there
# DURATION is how many seconds it lasts, 10 to 600; 60 where nothing is said.
set -eu
<#noparse>
fault=${1:-}
DURATION=${DURATION:-60}
</#noparse>
cd -- "$(dirname -- "$0")"

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# toxiproxy MEMBER COMMAND...
toxiproxy() {
  beside=${name}-proxy-$1
  shift
  docker compose exec -T "$beside" /toxiproxy-cli "$@" </dev/null
}

# add MEMBER PROXY STREAM; with a time-out of 0 data is dropped and the connection stays.
add() {
  case $fault in
    delay) toxiproxy "$1" toxic add -n "experiment-$3" -t latency -a latency=300 -a jitter=100 "--$3" "$2" ;;
    *) toxiproxy "$1" toxic add -n "experiment-$3" -t timeout -a timeout=0 "--$3" "$2" ;;
  esac
}

# remove MEMBER PROXY STREAM; what was never added is no failure, what is left is found by clean.
remove() {
  toxiproxy "$1" toxic remove -n "experiment-$3" "$2" >/dev/null 2>&1 || true
}

# one_way WHAT FROM TO: all that FROM sends to TO, on the connections of either.
one_way() {
  "$1" "$2" "$2-to-$3" upstream
  "$1" "$3" "$3-to-$2" downstream
}

both_ways() {
  one_way "$1" "$2" "$3"
<#if it.kept("both directions")>
  one_way "$1" "$3" "$2"
</#if>
}

clients() {
  "$1" "$2" "clients-of-$2" upstream
  "$1" "$2" "clients-of-$2" downstream
}

# touched add|remove: every stream that the fault is on.
touched() {
  case $fault in
    one-member | delay)
      for other in <#list 2..last as n>${n}<#sep> </#list>; do both_ways "$1" 1 "$other"; done
      ;;
    halves)
      for few in <#list 1..it.spare() as n>${n}<#sep> </#list>; do
        for other in <#list it.spare() + 1..last as n>${n}<#sep> </#list>; do both_ways "$1" "$few" "$other"; done
      done
      ;;
    one-way)
      for other in <#list 2..last as n>${n}<#sep> </#list>; do one_way "$1" 1 "$other"; done
      ;;
    clients) clients "$1" 1 ;;
    heal)
      for one in <#list 1..last as n>${n}<#sep> </#list>; do
        clients "$1" "$one"
        for other in <#list 1..last as n>${n}<#sep> </#list>; do
          [ "$one" = "$other" ] || one_way "$1" "$one" "$other"
        done
      done
      ;;
  esac
}

# A member answers what needs a majority: etcdctl reads a key for it.
answers() {
  docker compose exec -T "${name}-$1" etcdctl endpoint health </dev/null >/dev/null 2>&1
}

# All members answer, and no proxy has a toxic or is switched off.
whole() {
  for one in <#list 1..last as n>${n}<#sep> </#list>; do
    answers "$one" || return 1
    listed=$(toxiproxy "$one" list) || return 1
    printf '%s\n' "$listed" | awk -F '\t' '$4 != "enabled" || $NF != 0 { exit 1 }' || return 1
  done
}

whole_again() {
  tries=60
  until whole; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail '${name} is not whole again; look at docker compose logs, and try heal'
    sleep 1
  done
}

heal() {
  touched remove
}

case $fault in
  one-member | halves | one-way | clients | delay | heal) ;;
  *)
    echo 'say which: one-member, halves, one-way, clients, delay or heal' >&2
    exit 2
    ;;
esac
<#if it.kept("an end")>
case $DURATION in
  '' | *[!0-9]* | ????*) fail "DURATION is $DURATION; write 10 to 600 seconds" ;;
esac
if [ "$DURATION" -lt 10 ] || [ "$DURATION" -gt 600 ]; then
  fail "DURATION is $DURATION; write 10 to 600 seconds"
fi
</#if>
<#if it.kept("refuses a Docker elsewhere")>
case $(docker context inspect -f '{{.Endpoints.docker.Host}}') in
  unix://* | npipe://*) ;;
  *) fail 'docker points to another machine; nothing was done' ;;
esac
</#if>
if [ "$fault" = heal ]; then
  heal
  whole_again
  exit 0
fi
<#if it.kept("a whole cluster before it starts")>
whole || fail 'a member does not answer, or a fault is there already; nothing was done'
</#if>
<#if it.kept("asks before it starts")>
printf '%s of ${name} for %s s. Type yes to start: ' "$fault" "$DURATION"
read -r answer || answer=no
[ "$answer" = yes ] || fail 'nothing was done'
</#if>

<#if it.kept("heals on exit")>
trap heal EXIT
trap 'exit 130' INT TERM HUP
</#if>
touched add
sleep "$DURATION" &
wait $!
held=yes
<#if it.kept("what must hold meanwhile")>
answers ${last} || held='the majority does not answer'
case $fault in
  one-member | halves) if answers 1; then held='both sides answer'; fi ;;
esac
</#if>
heal
<#if it.kept("heals on exit")>
trap - EXIT
</#if>
<#if it.kept("a look at the end")>
whole_again
</#if>
[ "$held" = yes ] || fail "$fault: $held"
echo "$fault: held, and healed"
