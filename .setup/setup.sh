#!/bin/sh
# Make .venv with pinned versions and see that Qt finds its system libraries.
# Usage: sh .setup/setup.sh run|test|bench|bundle     (run: what the program needs; test: the development tools too;
# bench: and the programs that it is timed beside, in .venv-bench; bundle: what a bundle holds, and PyInstaller)
set -eu

goal=${1:?run, test, bench or bundle}
stamp=.venv/.ready-$goal
inputs="pyproject.toml .setup/lock/*.txt .setup/npm.txt .setup/setup.sh"
fingerprint=$(cat $inputs | sha256sum | cut -d' ' -f1)
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$fingerprint" ] && exit 0

# What QtWebEngine and the xcb platform load beyond a bare Debian 12, and one font family to draw with.
qt_packages="libasound2 libdbus-1-3 libdrm2 libegl1 libfontconfig1 libgbm1 libgl1 libglib2.0-0 libgssapi-krb5-2 libnspr4
 libnss3 libwayland-client0 libwayland-cursor0 libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0
 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxcomposite1 libxdamage1
 libxkbcommon-x11-0 libxkbfile1 libxrandr2 libxtst6 fonts-dejavu-core"

fail() { printf 'infromap set-up: %s\n' "$1" >&2; exit 1; }

install_packages() {  # install Debian packages, or print the one command that does
    command -v apt-get >/dev/null 2>&1 || fail "system libraries are missing; on Debian they are: $*"
    if [ "$(id -u)" = 0 ]; then as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
    else fail "run this once, then try again:  sudo apt-get update && sudo apt-get install -y $*"
    fi
    log=$(mktemp)
    { $as_root apt-get update && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends "$@"; } \
        >"$log" 2>&1 || { tail -n 5 "$log" >&2; fail "apt-get could not install: $*"; }
    rm -f "$log"
}

missing_libraries() {  # the libraries that Qt's own files ask for and the loader does not find
    qt=$(.venv/bin/python -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / "Qt")')
    for file in "$qt/libexec/QtWebEngineProcess" "$qt/lib/libQt6WebEngineCore.so.6" "$qt/lib/libQt6Widgets.so.6" \
                "$qt/lib/libQt6XcbQpa.so.6" "$qt/plugins/platforms/libqxcb.so" "$qt/plugins/platforms/libqoffscreen.so"; do
        ldd "$file" 2>/dev/null | awk '/not found/ {print $1}'
    done | sort -u
}

has_chinese_font() {
    find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" \
        '(' -iname '*cjk*' -o -iname 'wqy*' -o -iname 'uming*' -o -iname '*droidsansfallback*' ')' 2>/dev/null | grep -q .
}

python=""
for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then python=$name; break; fi
done
[ -n "$python" ] || fail "Python 3.11 or newer is needed"

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    "$python" -c 'import ensurepip' 2>/dev/null || install_packages python3-venv
    echo "infromap set-up: making .venv"
    "$python" -m venv --clear .venv
fi
install() {  # with a Python, what lock files name, each file only if it has one of the sums there
    with=$1; shift
    "$with" -m pip install --quiet --disable-pip-version-check --no-warn-script-location --no-deps --require-hashes "$@"
}

echo "infromap set-up: installing pinned versions ($goal)"
lock=.setup/lock
case $goal in
    run) install .venv/bin/python -r $lock/run.txt ;;
    test) install .venv/bin/python -r $lock/run.txt -r $lock/test.txt ;;
    *) install .venv/bin/python -r $lock/run.txt -r $lock/test.txt -r "$lock/$goal.txt" ;;
esac
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-warn-script-location --no-deps \
    --no-build-isolation --editable .

if [ "$goal" = test ]; then  # what tests run inside the page; they say so where it could not be had
    while read -r package; do
        folder=".venv/npm/${package%@*}"
        rm -rf "$folder"
        mkdir -p "$folder"
        { command -v npm >/dev/null 2>&1 && (cd "$folder" && npm pack --silent "$package" </dev/null && tar -xzf ./*.tgz) >/dev/null 2>&1; } \
            || echo "infromap set-up: $package is not to be had without npm and a network; its tests are skipped"
    done < .setup/npm.txt
fi

if [ "$goal" = bench ]; then
    [ -x .venv-bench/bin/python ] || "$python" -m venv .venv-bench
    install .venv-bench/bin/python -r $lock/peers.txt
fi

if [ "$(uname -s)" = Linux ]; then
    fonts=$(find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' 2>/dev/null | head -n 1)
    if [ -n "$(missing_libraries)" ] || [ -z "$fonts" ]; then
        echo "infromap set-up: installing the system libraries of Qt"
        # shellcheck disable=SC2086
        install_packages $qt_packages
        [ -z "$(missing_libraries)" ] || fail "Qt still misses: $(missing_libraries | tr '\n' ' ')"
    fi
    if ! has_chinese_font; then  # the rest works without one
        echo "infromap set-up: installing a font with Chinese"
        (install_packages fonts-wqy-microhei) || echo "infromap set-up: without a font, Chinese is shown as boxes"
    fi
fi
echo "$fingerprint" > "$stamp"
