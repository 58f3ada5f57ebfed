#!/bin/sh
# Put infromap among the programs of this user's desktop: menu entry, icons, the kind of file .infromap.
# Usage: sh install.sh PROGRAM    (its path; what the menu starts)
#        sh install.sh --remove
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}

fail() { printf 'infromap: %s\n' "$1" >&2; exit 2; }

tell_desktop() {  # caches of the desktop; what is not installed has none
    if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime"; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications"; fi
    if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || true; fi
}

remove() {
    rm -f "$share/applications/infromap.desktop" "$share/metainfo/infromap.metainfo.xml" "$share/mime/packages/infromap.xml"
    (cd "$here/hicolor" && find . -type f) | while read -r icon; do rm -f "$share/icons/hicolor/$icon"; done
}

install_files() {
    mkdir -p "$share/applications" "$share/metainfo" "$share/mime/packages" "$share/icons/hicolor"
    quoted=$(printf '%s' "$1" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/[&|]/\\&/g')
    sed "s|^Exec=infromap |Exec=\"$quoted\" |" "$here/infromap.desktop" > "$share/applications/infromap.desktop"
    cp "$here/infromap.metainfo.xml" "$share/metainfo/"
    cp "$here/infromap-mime.xml" "$share/mime/packages/infromap.xml"
    cp -R "$here/hicolor/." "$share/icons/hicolor/"
}

case ${1:-} in
    --remove) remove ;;
    "") fail "name the program that the menu starts: sh install.sh /path/to/infromap" ;;
    *)
        [ -x "$1" ] || fail "$1 is not a program"
        install_files "$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")"
        ;;
esac
tell_desktop
