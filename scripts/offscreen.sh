#!/usr/bin/env bash
# Runs a command as on a machine without a screen, apart from the user's own QGIS settings.
set -euo pipefail
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
export XDG_RUNTIME_DIR="$private/runtime" QGIS_CUSTOM_CONFIG_PATH="$private/profile"
mkdir -m 0700 "$XDG_RUNTIME_DIR" "$QGIS_CUSTOM_CONFIG_PATH"
"$@"
