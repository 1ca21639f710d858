#!/usr/bin/env bash
# Links this checkout into a QGIS profile: link.sh PROFILE_FOLDER [PLUGIN_FOLDER]
# Safe to run again. A real file or folder in the way is never touched.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
profile=$1
plugin=${2:-$here}

link() { # target name-in-profile
    local name="$profile/$2"
    if [ -e "$name" ] && [ ! -L "$name" ]; then
        printf '%s\n' "$name 是真实的文件或文件夹，未改动。请移开后重试。" \
            "$name is a real file or folder and was left alone. Move it away and run this again." >&2
        exit 1
    fi
    mkdir -p "$(dirname "$name")"
    ln -sfn "$1" "$name"
    echo "$name -> $1"
}

link "$plugin" python/plugins/ronghe
# `make setup` puts shapely and geopandas into .venv only where the system's own are too old for the plugin.
# QGIS has the profile's python folder at the front of sys.path, so a link there comes before the system's.
for package in "$here"/.venv/lib/python3*/site-packages/{shapely,geopandas}{,-*.dist-info,.libs}; do
    [ ! -e "$package" ] || link "$package" "python/$(basename "$package")"
done
