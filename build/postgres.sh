#!/usr/bin/env bash
# build/postgres.sh start DIR PORT [durable] | stop DIR - a throw-away PostgreSQL on the loopback, for tests: nothing in it outlives them.
# User and password are "anef". PostgreSQL refuses to run as root: root lends it to "nobody".
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: build/postgres.sh start DIR PORT [durable] | stop DIR" >&2; exit 2; }
command=$1 dir=$2 port=${3:-}
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed (Debian: postgresql-15)." >&2; exit 1; }
as=()
[ "$(id -u)" != 0 ] || as=(setpriv --reuid nobody --regid nogroup --clear-groups env HOME="$dir")

case $command in
  start)
    mkdir -p "$dir"
    printf anef >"$dir/password"
    [ "$(id -u)" != 0 ] || chown -R nobody:nogroup "$dir"
    cd "$dir"
    "${as[@]}" "$bin/initdb" -D "$dir/data" -U anef -A scram-sha-256 --pwfile="$dir/password" -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log"
    # Nothing waits for the disk: whoever loses power runs the tests again. What measures wants "durable".
    careless="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    [ "${4:-}" != durable ] || careless=
    "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -w -s -l "$dir/data/server.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' $careless -c max_connections=200" start
    ;;
  stop)
    cd "$dir"
    "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -w -s -m immediate stop
    cd / && rm -rf "$dir"
    ;;
  *) echo "usage: build/postgres.sh start DIR PORT [durable] | stop DIR" >&2; exit 2 ;;
esac
