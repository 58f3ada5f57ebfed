#!/bin/sh
# Writes .setup/lock/*.txt: the pinned versions of constraints.txt with the sums of all their files, for every platform
# and Python, and without the address of any registry. test, bench and bundle hold what run (and test) do not.
set -eu

uv=.venv-lock/bin/uv
[ -x .venv-lock/bin/python ] || .venv/bin/python -m venv .venv-lock
.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check --constraint .setup/constraints.txt uv
mkdir -p .setup/lock
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

compile() {  # name, arguments: what is needed, its versions and sums
    goal=$1; shift
    "$uv" pip compile "$@" --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --constraint .setup/constraints.txt --output-file "$work/$goal.txt"
}

without() {  # the entries of the first file that are not in the others
    whole=$1; shift
    cat "$@" | awk 'NR == FNR { if (/^[^ #]/) known[$1] = 1; next } /^[^ ]/ { keep = !($1 in known) } keep' - "$whole"
}

printf '%s\n' hatchling editables > "$work/build.in"  # what makes the editable install
echo pytest-benchmark > "$work/bench.in"
printf '%s\n' flashgeotext folium geopandas mapclassify matplotlib XStatic-jQuery XStatic-Leaflet > "$work/peers.in"
compile run pyproject.toml "$work/build.in"
compile test pyproject.toml "$work/build.in" --extra dev
compile bench "$work/bench.in"
compile bundle pyproject.toml "$work/build.in" --extra dev --extra layers --extra routes --extra bundle
compile peers "$work/peers.in"  # of .venv-bench
cp "$work/run.txt" "$work/peers.txt" .setup/lock/
without "$work/test.txt" "$work/run.txt" > .setup/lock/test.txt
without "$work/bench.txt" "$work/test.txt" > .setup/lock/bench.txt
without "$work/bundle.txt" "$work/test.txt" > .setup/lock/bundle.txt
