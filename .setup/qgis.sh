#!/bin/sh
# What `make test-peers` needs beyond `make test`: Debian's QGIS with its Python. It is no part of the program and of no
# other test.
set -eu

fail() { printf 'infromap set-up: %s\n' "$1" >&2; exit 1; }

PYTHON="${QGIS_PYTHON:-/usr/bin/python3}"
if ! QT_QPA_PLATFORM=offscreen "$PYTHON" -c 'import qgis.core' 2>/dev/null; then
    command -v apt-get >/dev/null 2>&1 || fail "QGIS with its Python is missing; install it, and name its Python in QGIS_PYTHON"
    if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
    echo "infromap set-up: installing qgis and python3-qgis"
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends qgis python3-qgis >/dev/null
fi
