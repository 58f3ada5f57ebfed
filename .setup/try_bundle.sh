#!/bin/sh
# Run a bundle in a bare Debian without Python and without a network, and compare what it writes with the checkout's.
# Usage: sh .setup/try_bundle.sh BUNDLE OUT    (as root; OUT gets the files that it wrote and a picture of its window)
set -eu

bundle=$1
out=$2
here=$(pwd)
root=$here/.bare
screen=""

fail() { printf 'bundle: %s\n' "$1" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "this makes a root directory of its own, which root alone can"
# What is mounted here, no other process sees, and it is gone when this one ends.
[ -n "${INFROMAP_OWN_MOUNTS:-}" ] || exec env INFROMAP_OWN_MOUNTS=yes unshare --mount sh "$0" "$@"
trap '[ -z "$screen" ] || kill "$screen" 2>/dev/null || true' EXIT
missing=""
for pair in debootstrap:debootstrap Xvfb:xvfb import:imagemagick; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair#*:}"
done
# shellcheck disable=SC2086
[ -z "$missing" ] || { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null; }

# What every desktop has and no bundle should bring: OpenGL's front, Wayland's client, keyboard tables, a font.
[ -x "$root/bin/sh" ] || debootstrap --variant=minbase \
    --include=fontconfig-config,fonts-dejavu-core,libegl1,libgl1,libwayland-client0,libwayland-cursor0,libwayland-egl1,xkb-data \
    "$(sed 's/^VERSION_CODENAME=//; t; d' /etc/os-release)" "$root" >/dev/null
[ -z "$(find "$root/usr/bin" "$root/usr/local/bin" -name 'python*')" ] || fail "there is a Python in $root"

mkdir -p "$root/opt/infromap" "$root/tmp/.X11-unix" "$out"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind "$bundle" "$root/opt/infromap"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
article=$(find geodata/articles -name '*.txt' | sort | tail -n 1)
cp "$article" "$root/root/article.txt"

inside() {  # run infromap in the bare root, with no network but the sockets of the screen
    unshare --net /usr/sbin/chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/bin:/bin ${display:+DISPLAY=$display} \
        sh -c 'cd /root && exec /opt/infromap/infromap "$@"' infromap "$@"
}

for suffix in html png pdf geojson gpkg kml csv infromap; do
    inside export article.txt -o "map.$suffix" 2>"$out/export-$suffix.log" && cp "$root/root/map.$suffix" "$out/" \
        || echo "bundle: no .$suffix: $(tail -n 1 "$out/export-$suffix.log")"
done
cp "$article" "$out/article.txt"
for suffix in html geojson csv; do
    (cd "$out" && "$here/.venv/bin/python" "$here/main.py" export article.txt -o "checkout.$suffix")
    cmp "$out/map.$suffix" "$out/checkout.$suffix" || fail "the bundle's .$suffix is not the checkout's"
done
[ -s "$out/map.png" ] || fail "the bundle drew no picture"
inside geocode Almaty | head -n 3
mkdir -p "$root/root/articles" && cp "$article" "$root/root/articles/"
inside extract --batch articles -o corpus.geojson 2>/dev/null || fail "the bundle reads no folder of articles"
inside doctor >"$out/doctor.txt" || { grep -v '^ok' "$out/doctor.txt"; fail "infromap doctor is not content"; }

Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$out/display" >/dev/null 2>&1 &
screen=$!
sleep 2
display=:$(cat "$out/display")
inside article.txt >"$out/window.log" 2>&1 &
window=$!
sleep 10
DISPLAY=$display import -window root "$out/window.png"
kill -0 "$window" 2>/dev/null || fail "the window did not stay: $(tail -n 3 "$out/window.log")"
kill "$window"
echo "bundle: runs in a bare Debian; .html, .geojson and .csv are the checkout's, byte for byte; look at $out/window.png"
