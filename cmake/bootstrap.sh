#!/usr/bin/env bash
# From a bare Debian 12 to a running demo, or to all tests: installs what is missing, configures, builds, runs.
# A second run finds everything in place and only does what changed.
set -euo pipefail

usage() {
    cat <<'TEXT'
usage: cmake/bootstrap.sh demo | test

  demo   builds and runs the first example: refer a patient
  test   builds everything with g++ and runs all tests

On Debian 12 missing packages are installed, as root or through sudo. On any other system nothing is installed:
the missing packages are named by their Debian names. Builds go to build/demo and build/test.
TEXT
}

case "${1-}" in
    demo | test) goal=$1 ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
esac
if [ $# -gt 1 ]; then
    usage >&2
    exit 2
fi

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

packages=(g++ cmake ninja-build libboost1.81-dev libboost-json1.81-dev)
if [ "$goal" = test ]; then
    packages+=(catch2 librapidcheck-dev libhowardhinnant-date-dev pkg-config)
fi

number=0
steps=4
started=0
step() {
    number=$((number + 1))
    started=$SECONDS
    printf '\n[%d/%d] %s\n' "$number" "$steps" "$1"
}
took() { printf '      %d s\n' "$((SECONDS - started))"; }
stop() {
    printf '\nbootstrap: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '           %s\n' "$@" >&2
    exit 1
}

is_installed() {
    local state
    state=$(dpkg-query -W -f '${db:Status-Abbrev}\n' "$1" 2>/dev/null) && [[ $state == ii* ]]
}
find_missing() {
    missing=()
    local package
    for package in "${packages[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
}

install_missing() {
    local as_root=()
    if [ "$EUID" -ne 0 ]; then
        command -v sudo >/dev/null ||
            stop "these packages are missing, and installing them needs root or sudo:" "${missing[*]}"
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)

    echo "      missing: ${missing[*]}"
    if is_installed libboost-dev && [[ " ${missing[*]} " == *boost* ]]; then
        echo "      note: libboost1.81-dev takes the place of libboost-dev (Boost 1.74), which is installed here"
    fi
    echo "      apt-get update"
    # Foreign package sources may fail while Debian's own answer; whether that matters, the next lines tell.
    "${apt[@]}" update >/dev/null || true
    local plan
    plan=$("${apt[@]}" install --simulate --no-install-recommends "${missing[@]}" 2>&1) ||
        stop "apt cannot install: ${missing[*]}" "Is there a network, and is Debian 12 'main' among the package sources?" \
            "$(tail -n 5 <<<"$plan")"
    sed -n 's/^Remv \([^ ]*\) .*/      apt removes: \1/p' <<<"$plan"
    echo "      apt-get install: $(grep -c '^Inst ' <<<"$plan" || true) packages with what they need"
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" 2>&1 |
        while IFS= read -r line; do
            case $line in
                Get:* | "Setting up "* | Fetched* | E:* | W:* | Err:*) printf '        %s\n' "$line" ;;
            esac
        done || stop "apt could not install: ${missing[*]}" "Its last words stand above."
}

step "packages: ${packages[*]}"
if command -v dpkg-query >/dev/null; then
    find_missing
else
    missing=("${packages[@]}")
fi
if [ ${#missing[@]} -eq 0 ]; then
    echo "      all there"
else
    system=unknown
    if [ -r /etc/os-release ]; then
        system=$(. /etc/os-release && echo "${ID-unknown} ${VERSION_ID-}")
    fi
    [ "$system" = "debian 12" ] ||
        stop "this is not Debian 12 (found: $system), so nothing is installed. Missing, by their Debian 12 names:" \
            "${missing[*]}"
    install_missing
    find_missing
    [ ${#missing[@]} -eq 0 ] || stop "still missing after apt-get install: ${missing[*]}"
fi
took

export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}

step "configure: cmake --preset $goal"
cmake --preset "$goal"
took

step "build: cmake --build --preset $goal"
cmake --build --preset "$goal"
took

if [ "$goal" = demo ]; then
    step "run: build/demo/examples/example_01_refer_a_patient"
    echo
    arguments=()
    if [ -f examples/01_refer_a_patient/args.txt ]; then
        mapfile -t arguments <examples/01_refer_a_patient/args.txt
    fi
    (cd examples && "../build/demo/examples/example_01_refer_a_patient" "${arguments[@]}")
else
    step "run: ctest --preset test"
    exec ctest --preset test
fi
