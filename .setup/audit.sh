#!/bin/sh
# Asks a registry's list of vulnerabilities for each pinned version. Nothing is installed or changed.
set -eu

[ -x .venv-lock/bin/python ] || .venv/bin/python -m venv .venv-lock
.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check --constraint .setup/constraints.txt pip-audit
for goal in run test bundle; do
    .venv-lock/bin/pip-audit --strict --progress-spinner off --disable-pip --no-deps --requirement ".setup/lock/$goal.txt"
done
