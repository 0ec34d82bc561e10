#!/usr/bin/env bash
# with_mpi.sh RANKS COMMAND [ARGUMENT]... < questions > answers
#
# Runs a filter that answers each line with a line as RANKS ranks of Open MPI; each rank takes a share of neighbouring
# lines, and the answers come in the order of the questions, or not at all. On several hosts (HOSTFILE names a hostfile)
# TMPDIR must be a folder that all of them see, and COMMAND a program that all of them have.
set -euo pipefail

if [ "${1-}" = --one-rank ]; then
    folder=$2
    shift 2
    # `split -n l/K/N` writes the K-th of N shares of whole lines.
    split -n "l/$((OMPI_COMM_WORLD_RANK + 1))/$OMPI_COMM_WORLD_SIZE" "$folder/questions" |
        "$@" >"$folder/answers.$OMPI_COMM_WORLD_RANK"
    exit
fi
if [ $# -lt 2 ]; then
    echo "usage: with_mpi.sh RANKS COMMAND [ARGUMENT]..." >&2
    exit 2
fi
if ! mpirun --version 2>/dev/null </dev/null | grep -q 'Open MPI'; then
    echo "with_mpi.sh: Open MPI is not installed (Debian: apt-get install openmpi-bin)" >&2
    exit 127
fi
ranks=$1
shift
options=(--oversubscribe -n "$ranks")
[ -z "${HOSTFILE-}" ] || options+=(--hostfile "$HOSTFILE")
[ "$EUID" -ne 0 ] || options+=(--allow-run-as-root)

folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cat >"$folder/questions"
# A rank reads its share of the file; standard input would reach the first rank only.
mpirun "${options[@]}" bash "$(realpath -- "${BASH_SOURCE[0]}")" --one-rank "$folder" "$@" </dev/null >&2
for ((rank = 0; rank < ranks; ++rank)); do
    cat -- "$folder/answers.$rank"
done
