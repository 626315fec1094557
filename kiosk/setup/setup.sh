# Sourced by kiosk/run and tests/run: installs the packages that are missing and fetches Dear ImGui.
# Offers: setup_packages KIND (run | test), setup_imgui (sets IMGUI_SOURCE), say SENTENCE, stop SENTENCE.

SETUP_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
IMGUI_VERSION=1.92.2b+ds-1
IMGUI_SHA256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else stop "Installing packages needs root: run this as root, or as a user with sudo."
  fi
}

wanted_packages() {
  awk -v kind="$1" '!/^#/ && NF >= 2 && ($2 == "run" || kind == "test") { print $1 }' "$SETUP_DIR/packages.txt"
}

missing_packages() {
  local wanted
  wanted=$(wanted_packages "$1")
  # shellcheck disable=SC2086
  comm -23 <(sort <<<"$wanted") \
    <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null | awk '$2 == "installed" { print $1 }' | sort)
}

setup_packages() {
  local missing
  missing=$(missing_packages "$1")
  [ -z "$missing" ] && return 0
  say "Installing:" $missing
  as_root apt-get update -q >&2 || stop "The package lists could not be fetched: check apt's sources and the network, then run this again."
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2 ||
    stop "A package could not be installed (see above). This needs Debian 12 with its main archive; run it again when that is mended."
}

# The archive's address as apt knows it; no host name is written down here.
archive_address() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)' | awk '$2 == "bookworm" { print $1; exit }'
}

private_apt() {
  apt-get -o Dir::State="$APT_STATE" -o Dir::State::lists="$APT_STATE/lists" -o Dir::State::status="$APT_STATE/status" \
    -o Dir::Cache="$APT_STATE/cache" -o Dir::Etc::sourcelist="$APT_STATE/sources.list" -o Dir::Etc::sourceparts=- \
    -o APT::Sandbox::User="" "$@"
}

download_imgui() {
  local archive suite
  archive=$(archive_address)
  [ -n "$archive" ] || stop "apt knows no bookworm archive: Dear ImGui's source cannot be found. Set IMGUI_SOURCE to a folder with Dear ImGui 1.92 instead."
  mkdir -p "$APT_STATE/lists/partial" "$APT_STATE/cache/archives/partial"
  : >"$APT_STATE/status"
  for suite in sid forky; do
    printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$archive" "$suite"
  done >"$APT_STATE/sources.list"
  private_apt update -q >&2 || stop "The archive's source lists could not be fetched: check the network, then run this again."
  (cd "$APT_STATE" && { private_apt source --download-only -q "imgui=$IMGUI_VERSION" >&2 || newer_imgui; }) ||
    stop "Dear ImGui could not be downloaded from the archive. Set IMGUI_SOURCE to a folder with Dear ImGui 1.92 instead."
}

newer_imgui() {
  say "Warning: Dear ImGui $IMGUI_VERSION has left the archive; taking the version it has now."
  IMGUI_SHA256=
  private_apt source --download-only -q imgui >&2
}

setup_imgui() {
  [ -n "${IMGUI_SOURCE:-}" ] && { check_imgui "$IMGUI_SOURCE"; return; }
  local cache="${XDG_CACHE_HOME:-$HOME/.cache}/mingting"
  IMGUI_SOURCE="$cache/imgui-$IMGUI_VERSION"
  [ -f "$IMGUI_SOURCE/imgui.h" ] && return 0
  say "Fetching Dear ImGui $IMGUI_VERSION ..."
  APT_STATE=$(mktemp -d)
  download_imgui
  local tarball
  tarball=$(ls "$APT_STATE"/imgui_*.orig.tar.xz | head -n 1)
  [ -z "$IMGUI_SHA256" ] || printf '%s  %s\n' "$IMGUI_SHA256" "$tarball" | sha256sum -c --quiet >&2 ||
    stop "Dear ImGui's archive has another checksum than the pinned one: it is not used. Try again, or set IMGUI_SOURCE."
  rm -rf "$IMGUI_SOURCE.part" && mkdir -p "$IMGUI_SOURCE.part"
  tar -xJf "$tarball" -C "$IMGUI_SOURCE.part" --strip-components=1 || stop "Dear ImGui's archive could not be unpacked."
  mv "$IMGUI_SOURCE.part" "$IMGUI_SOURCE"
  rm -rf "$APT_STATE"
  check_imgui "$IMGUI_SOURCE"
}

check_imgui() {
  local number
  number=$(awk '/#define IMGUI_VERSION_NUM/ { print $3 }' "$1/imgui.h" 2>/dev/null)
  [ "${number:-0}" -ge 19200 ] || stop "There is no Dear ImGui 1.92 or later in $1."
}

# setup_build FOLDER CMAKE-OPTIONS...: configures once, builds what changed.
setup_build() {
  local folder=$1
  shift
  [ -f "$folder/build.ninja" ] || cmake -S "$SETUP_DIR/../.." -B "$folder" -G Ninja -DMINGTING_IMGUI_SOURCE="$IMGUI_SOURCE" \
    -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@" >&2 || stop "CMake could not configure the build (see above)."
  ninja -C "$folder" >&2 || stop "The build failed (see above)."
}
