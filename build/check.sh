#!/usr/bin/env bash
# build/check.sh [--install] [--quick] - everything that must hold before a change is taken: locked restore, build without warnings, format, all tests.
# As root on Debian, or with --install, it first installs the programs that some tests need; otherwise it says what those tests are skipped for.
# With --quick the tests in a browser look at a sample of the pages, and the rest runs whole.
# Its last line is "N passed, N failed", with ", N skipped" when some were; its status is not zero when anything failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export LC_ALL=C.UTF-8 DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$PWD/artifacts/test-results
install=
[ "$(id -u)" != 0 ] || [ ! -f /etc/debian_version ] || install=yes
for word; do
  case "$word" in
    --install) install=yes ;;
    --quick) export ANEF_QUICK=1 ;;
    *) sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}"; exit 2 ;;
  esac
done

# Debian's package : a file that shows it : what goes untested without it
programs=(
  "postgresql-15:/usr/lib/postgresql/*/bin/initdb:the tests on PostgreSQL"
  "dovecot-core:/usr/sbin/dovecot:the tests through a mail server"
  "dovecot-imapd:/usr/lib/dovecot/imap:the tests through a mail server"
  "dovecot-lmtpd:/usr/lib/dovecot/lmtp:the tests through a mail server"
  "swaks:/usr/bin/swaks:a mail that another program writes"
  "libnet-ssleay-perl:/usr/lib/*/perl5/*/Net/SSLeay.pm:a mail that another program writes"
  "python3-aiosmtpd:/usr/lib/python3/dist-packages/aiosmtpd:the tests through a mail server"
  "chromium:/usr/bin/chromium:the tests in a browser"
  "poppler-utils:/usr/bin/pdfsig:what other programs make of our PDF"
  "qpdf:/usr/bin/qpdf:what other programs make of our PDF"
  "zbar-tools:/usr/bin/zbarimg:what other programs read in our QR codes"
  "clamav-daemon:/usr/sbin/clamd:the tests with a virus scanner"
  "fonts-liberation:/usr/share/fonts/truetype/liberation*:pages and documents drawn as they will be"
)

missing() { # the lines of $programs that are not there
  local line package shows
  for line in "${programs[@]}"; do
    IFS=: read -r package shows _ <<<"$line"
    compgen -G "$shows" >/dev/null || printf '%s\n' "$line"
  done
}

install_missing() {
  local packages log as_root=()
  packages=$(missing | cut -d: -f1)
  [ -n "$packages" ] && [ -n "$install" ] || return 0
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  log=$(mktemp)
  echo "Installing: ${packages//$'\n'/ }"
  # shellcheck disable=SC2086 # names of packages, to be split
  { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages; } >"$log" 2>&1 ||
    { echo "Some could not be installed:"; grep -E '^[EW]:' "$log" || tail -3 "$log"; }
  rm -f "$log"
}

start_postgres() {
  [ -z "${ANEF_TEST_POSTGRESQL:-}" ] || return 0
  compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || command -v initdb >/dev/null || return 0
  local port
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || continue
    postgres=$(mktemp -d "${TMPDIR:-/tmp}/anef-postgres.XXXXXX")
    if build/postgres.sh start "$postgres" "$port"; then
      export ANEF_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=anef;Password=anef;Database=postgres"
      return 0
    fi
    rm -rf "$postgres"
    postgres=
  done
  echo "PostgreSQL is installed but does not start: the tests on it are skipped."
}

postgres=
leave() { [ -z "$postgres" ] || build/postgres.sh stop "$postgres" >/dev/null 2>&1; }
trap leave EXIT
trap 'exit 130' INT TERM

broken=0
step() { # NAME COMMAND... - one that fails is counted as a test that failed
  local name=$1 started=$SECONDS
  shift
  echo "== $name"
  if "$@"; then echo "   $((SECONDS - started)) s"; else echo "   FAILED: $name"; broken=$((broken + 1)); return 1; fi
}

format() { # one file that was never formatted would fill the screen
  local words
  words=$(dotnet format Anef.sln --verify-no-changes --no-restore --exclude '**/Migrations/**' 2>&1) && return
  head -20 <<<"$words"
  [ "$(wc -l <<<"$words")" -le 20 ] || echo "… $(wc -l <<<"$words") lines in all. Mend them with: dotnet format Anef.sln"
  return 1
}

finish() { # reads what the tests left, names what failed and what was skipped and why, and ends
  local passed=0 failed=0 skipped=0 report
  report=$(find "$results" -name '*.trx' -exec awk -f build/trx.awk {} {} \; 2>/dev/null | sort)
  passed=$(grep -c '^passed' <<<"$report") failed=$(grep -c '^failed' <<<"$report") skipped=$(grep -c '^skipped' <<<"$report")
  awk -F'\t' '$1 == "failed" { print "Failed: " $3 } $1 == "skipped" { if ($2 != reason) print "Skipped, because " $2; reason = $2; print "   " $3 }' <<<"$report"
  # A test program that fell over leaves no test that failed.
  [ "$tests_ran" != badly ] || [ "$failed" -gt 0 ] || broken=$((broken + 1))
  failed=$((failed + broken))
  echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
  [ "$failed" -eq 0 ]
  exit
}

tests_ran=
rm -rf "$results"
command -v dotnet >/dev/null || { echo "The .NET SDK of global.json is not on the PATH."; broken=1; finish; }
install_missing
missing | while IFS=: read -r package _ what; do echo "Not installed: $package. Skipped for it: $what. (build/check.sh --install)"; done
start_postgres

step "restore, locked" dotnet restore Anef.sln --locked-mode --verbosity quiet || finish
step "build without warnings" dotnet build Anef.sln --no-restore -warnaserror --verbosity quiet || finish
step "format" format
# One test program at a time: each already uses all cores.
step "tests" dotnet test Anef.sln --no-build -m:1 --logger trx --results-directory "$results" --blame-hang-timeout 10min --blame-hang-dump-type none || { tests_ran=badly; broken=$((broken - 1)); }
finish
