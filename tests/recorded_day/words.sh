# Which words do the lines of the day know? The three programs, what is done with their files, and a few ways to spoil one.

set -o pipefail

program() {
  local name=$1 code=0
  shift
  LD_PRELOAD=$DAY_SHIM RECORDED_DAY_SEED=$((DAY_SEED++)) ${DAY_TYPED:+"$DAY_HERE/terminal" "$DAY_TYPED"} "$DAY_BIN/$name" "$@" || code=$?
  echo $code >>"$DAY_EXITS"
  return $code
}
desk() { program mingting-desk "$@"; }
publish() { program mingting-publish "$@"; }
kiosk() { program mingting "$@"; }

# visit NAME [OPTION...]: a visitor does at the machine (another: MACHINE=...) what NAME.journey says, now (or AT=...). Pictures,
# trees and receipts in visits/NAME.
visit() {
  local name=$1 still=$RECORDED_DAY_STILL code=0
  shift
  unset RECORDED_DAY_STILL
  kiosk --headless --state "${MACHINE:-machine}" --script "$name.journey" --out "visits/${MACHINE:+$MACHINE-}$name" --now "${AT:-$DAY_TIME}" "$@" || code=$?
  export RECORDED_DAY_STILL=$still
  return $code
}
# typed LINES COMMAND...: the command at a terminal, each of the lines typed when it asks. LINES are parted by /.
typed() {
  local DAY_TYPED=$1
  shift
  "$@"
}
# hashes PATH...: of every file below.
hashes() { find "$@" -type f -print0 | sort -z | xargs -0 sha256sum; }
# tear FILE: only its first half is left. spoil FILE: the byte in its middle is another.
tear() { truncate -s $(($(stat -c %s "$1") / 2)) "$1"; }
spoil() {
  local at=$(($(stat -c %s "$1") / 2))
  local byte=$(od -An -tu1 -j $at -N 1 "$1")
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$1" bs=1 seek=$at conv=notrunc status=none
}
# each_spoilt FOLDER COMMAND...: for each of its files, the command where spoilt-copy has it torn, and where it is gone.
each_spoilt() {
  local from=$1 file how
  shift
  for file in $(cd "$from" && find . -type f ! -name '*lock' | sort); do
    for how in tear rm; do
      cp -r "$from" spoilt-copy
      $how "spoilt-copy/$file"
      echo "$how $file" | tee /dev/stderr
      "$@"
      rm -r spoilt-copy
    done
  done
}
# sqlite DATABASE SQL: another tool does that in the database. holding DATABASE COMMAND...: the command while one writes in it.
sqlite() { python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).execute(sys.argv[2])' "$@"; }
holding() {
  local code=0
  coproc OTHER { python3 -c 'import sqlite3, sys; connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE"); print("held", flush=True); sys.stdin.read()' "$1"; }
  read -r -u "${OTHER[0]}"
  "${@:2}" || code=$?
  kill "$OTHER_PID"
  return $code
}
# apply DAY [OPTION...]: somebody hands in the application of letter.toml; answer KIND [OPTION...]: another one, replied to so.
apply() { desk add letter.toml --way in-person --on "$@" | sed -n 1p; }
answer() {
  local kind=$1 id=$(apply 2026-11-03 | grep -oE '[0-9]+')
  shift
  desk reply "$kind" "$id" --on 2026-11-20 --out papers "$@"
}
# number_of, code_of FILE: the first number and query code in it, e.g. in a tree that a visit left.
code_of() { grep -oE '[A-Z2-9]{4}-[A-Z2-9]{4}' "$1" | head -1; }
number_of() { grep -oE 'NM-K01-[0-9]{8}-[0-9]{4}-.' "$1" | head -1; }
