"""The JSON Schema accepts what the reader accepts, and rejects what the reader rejects.

schema_agrees.py <network_schema> <schema file>

Documents come from `network_schema corpus`, with what the reader says of each. Numbers are read as decimals, because a
schema must not fail on what binary fractions cannot hold. What JSON Schema cannot say is left out: reversed periods.
"""
import decimal
import json
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("left out: the Python module jsonschema (4.0 or later) is not installed (Debian: python3-jsonschema)")
    sys.exit(0)

BEYOND_A_SCHEMA = {"json.reversed-period"}


def main(tool, schema_file):
    decimal.getcontext().prec = 2000

    def load(text):
        return json.loads(text, parse_float=decimal.Decimal, parse_int=decimal.Decimal)

    with open(schema_file, encoding="utf-8") as file:
        text = file.read()
    Draft202012Validator.check_schema(json.loads(text))
    validator = Draft202012Validator(load(text))
    corpus = subprocess.run([tool, "corpus"], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    counts = {True: 0, False: 0}
    faults = 0
    for line in corpus.split("\n"):
        if not line:
            continue
        case = json.loads(line)
        if not case["accepted"] and set(case["codes"]) <= BEYOND_A_SCHEMA:
            continue
        accepted = validator.is_valid(load(case["document"]))
        counts[case["accepted"]] += 1
        if accepted != case["accepted"]:
            faults += 1
            print("the reader", "accepts" if case["accepted"] else "refuses", case["codes"], "but the schema does not agree:")
            print("   ", case["document"][:2000])
            for error in validator.iter_errors(load(case["document"])):
                print("   ", error.json_path, error.message[:200])
    print(f"{counts[True]} documents accepted, {counts[False]} refused, {faults} disagreements")
    return 0 if faults == 0 and min(counts.values()) > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
