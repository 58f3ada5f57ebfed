#!/bin/sh
# Gathers every text of the window into resources/i18n/infromap_*.ts, where new ones are unfinished, and compiles these
# to the .qm files beside them, which wheel and checkout use as they are. English has plural forms alone.
set -eu
sources=$(find src/infromap/gui -name '*.py' | sort)
gather() { # language, options
    # shellcheck disable=SC2086
    .venv/bin/pyside6-lupdate $sources -silent -no-obsolete -locations none -source-language en -target-language "$1" \
        $2 -ts "resources/i18n/infromap_$1.ts"
}
gather en -pluralonly
for language in ru kk zh; do gather "$language" ""; done
for file in resources/i18n/infromap_*.ts; do
    .venv/bin/pyside6-lrelease -silent -removeidentical "$file" -qm "${file%.ts}.qm"
done
