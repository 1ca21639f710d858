#!/usr/bin/env bash
# Makes a Debian or Ubuntu machine ready: system packages, .venv, compiled translations.
# Does nothing, quickly, when everything is there. Works as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")/.."

# QGIS is built for the system's Python; another python3 that comes first in PATH would not find it.
PYTHON=/usr/bin/python3
STAMP=.venv/.ready

# proj-bin: Debian's pyproj, used from a venv, asks the `proj` program where its data are.
PACKAGES=(
    qgis python3-qgis qgis-providers qgis-plugin-grass grass-core
    python3-venv python3-geopandas python3-shapely python3-pandas python3-scipy python3-pyproj
    python3-matplotlib proj-bin ca-certificates
    pyqt5-dev-tools qttools5-dev-tools
    xvfb xauth fonts-wqy-zenhei poppler-utils
)
# shapely is compiled against the system's GEOS: inside the QGIS window a ready-made wheel would call the
# system's GEOS with its own, different, headers and fail.
BUILD_PACKAGES=(libgeos-dev g++ python3-dev)

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

missing_of() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

install_missing() {
    local missing sudo=()
    mapfile -t missing < <(missing_of "$@")
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || stop \
            "缺少系统软件包，且没有 sudo。请以管理员身份安装后重试：" \
            "System packages are missing and there is no sudo. Install them as root, then run this again:" \
            "  apt-get install ${missing[*]}"
        sudo=(sudo)
        [ -t 0 ] || sudo=(sudo -n)
    fi
    echo "Installing system packages: ${missing[*]}"
    local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update </dev/null >/dev/null || true
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null || stop \
        "系统软件包未能安装，请检查网络和软件源后重试：" \
        "The system packages could not be installed. Check the network and the package sources, then run this again:" \
        "  ${missing[*]}"
}

at_least() { # package version: is the installed Debian package that new?
    dpkg --compare-versions "$(dpkg-query -W -f='${Version}' "$1" 2>/dev/null || echo 0)" ge "$2"
}

system_geometry_is_new() { at_least python3-shapely 2.0 && at_least python3-geopandas 1.0; }

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_missing "${PACKAGES[@]}"
    system_geometry_is_new || install_missing "${BUILD_PACKAGES[@]}"
fi

"$PYTHON" -c 'import qgis.core' 2>/dev/null || stop \
    "系统的 Python（$PYTHON）找不到 QGIS。本脚本适用于 Debian 12、13 和 Ubuntu；其他系统请先安装 QGIS 3.22 或更新版本。" \
    "The system's Python ($PYTHON) does not find QGIS. This script is for Debian 12, 13 and Ubuntu; elsewhere install QGIS 3.22 or newer first."

# What the stamp must say: the same requirements, the same script, the same Python.
wanted=$(cat requirements.txt scripts/setup.sh <("$PYTHON" --version) | sha256sum)
if [ "$(cat "$STAMP" 2>/dev/null)" != "$wanted" ]; then
    rm -f "$STAMP"
    echo "Making .venv"
    # --clear only when the folder belongs to another Python: a usable one is kept and completed.
    clear=()
    [ "$(.venv/bin/python --version 2>/dev/null)" = "$("$PYTHON" --version)" ] || clear=(--clear)
    "$PYTHON" -m venv --system-site-packages "${clear[@]}" .venv

    requirements=$(mktemp)
    trap 'rm -f "$requirements"' EXIT
    if command -v dpkg-query >/dev/null && system_geometry_is_new; then
        grep -vE '^(shapely|geopandas)==' requirements.txt >"$requirements"
    else
        cp requirements.txt "$requirements"
    fi
    # --no-deps: what is not pinned stays the system's, so that numpy and pandas fit the system's QGIS.
    # --no-cache-dir: a shapely built earlier against another GEOS must not come back.
    .venv/bin/python -m pip install -qq --no-cache-dir --no-deps --no-binary shapely -r "$requirements" </dev/null || stop \
        "Python 包未能安装，请检查网络后重试。" \
        "The Python packages of requirements.txt could not be installed. Check the network, then run this again."
    echo "$wanted" >"$STAMP"
fi

.venv/bin/python scripts/translations.py release
