#!/bin/sh
# What `make test-browsers` needs beyond `make test`: Debian's Chromium and Firefox, and npm's drivers for them in
# .browsers/. They are no part of the program and of no other test.
set -eu

fail() { printf 'infromap set-up: %s\n' "$1" >&2; exit 1; }

missing=""
for pair in chromium:chromium firefox-esr:firefox-esr node:nodejs npm:npm; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair#*:}"
done
if [ -n "$missing" ]; then
    command -v apt-get >/dev/null 2>&1 || fail "these are missing:$missing"
    if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
    echo "infromap set-up: installing$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

mkdir -p .browsers
if ! cmp -s tests/browsers/package.json .browsers/package.json || [ ! -d .browsers/node_modules ]; then
    cp tests/browsers/package.json .browsers/package.json
    (cd .browsers && npm install --silent --no-audit --no-fund --ignore-scripts)
fi
