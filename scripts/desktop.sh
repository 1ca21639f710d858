#!/usr/bin/env bash
# Runs one scenario in the real QGIS window, unseen: desktop.sh SCENARIO.py OUTPUT_FOLDER [PLUGIN_FOLDER]
# The scenario's result.json and pictures are in the output folder afterwards.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
scenario=$(realpath "$1")
mkdir -p "$2"
output=$(realpath "$2")
plugin=${3:-$here}
# Seconds until QGIS is ended from outside; the runner inside reports what it hangs on a little earlier.
limit=${RONGHE_DESKTOP_LIMIT:-180}

private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
profile="$private/profiles/default"
mkdir -p "$profile/QGIS" "$private/runtime"
chmod 0700 "$private/runtime"
rm -f "$output"/*.png "$output/result.json"

"$here/scripts/link.sh" "$profile" "$plugin" >/dev/null
"$here/scripts/profile.sh" "$profile"

unset QT_QPA_PLATFORM QGIS_CUSTOM_CONFIG_PATH WAYLAND_DISPLAY
export LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$private/runtime"
export PYQGIS_STARTUP="$here/tests/desktop/startup.py"
export RONGHE_SCENARIO="$scenario" RONGHE_OUTPUT="$output" RONGHE_DESKTOP_LIMIT="$limit"
xvfb-run -a -s '-screen 0 1600x1000x24' timeout --kill-after=10 "$limit" \
    qgis --profiles-path "$private" --profile default --nologo --noversioncheck \
    --code "$here/tests/desktop/runner.py" </dev/null >"$output/qgis.log" 2>&1
