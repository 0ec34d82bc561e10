#!/usr/bin/env bash
# with_parallel.sh WORKERS COMMAND [ARGUMENT]... < questions > answers
#
# Runs a filter that answers each line with a line in WORKERS processes at a time, by GNU parallel; the answers come in the
# order of the questions. BLOCK (1M): how many bytes of whole lines one process gets.
set -euo pipefail

if [ $# -lt 2 ]; then
    echo "usage: with_parallel.sh WORKERS COMMAND [ARGUMENT]..." >&2
    exit 2
fi
# The package moreutils has another program of this name.
if ! parallel --version 2>/dev/null </dev/null | grep -q '^GNU parallel'; then
    echo "with_parallel.sh: GNU parallel is not installed (Debian: apt-get install parallel)" >&2
    exit 127
fi
workers=$1
shift
exec parallel --quote --pipe --keep-order --jobs "$workers" --block "${BLOCK:-1M}" --halt now,fail=1 "$@"
