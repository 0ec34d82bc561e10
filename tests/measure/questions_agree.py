# python3 questions_agree.py <answers program> <folder of published tables>: puts every row of the tables of charts to the
# program as a question and compares each number of the answer with the column of the same name.
import csv
import json
import os
import subprocess
import sys

program, folder = sys.argv[1:3]
if not os.path.isdir(folder):
    print(f"left out: {folder} is not there")
    sys.exit(0)


def rows(name):
    with open(os.path.join(folder, name + ".csv"), newline="") as file:
        return list(csv.DictReader(file))


def ask(question, row, given, **more):
    asked = {"ask": question, **{name: json.loads(row[name]) for name in given}, **more}
    return json.dumps(asked)


cases = []  # the question, the columns that answer it, relative tolerance
for row in rows("normal_cusum_arl"):
    columns = ["average_run_length_one_sided", "average_run_length_two_sided"]
    cases.append((ask("cusum_arl", row, ["reference_value", "limit", "shift"]), {c: float(row[c]) for c in columns}, 1e-4))
for row in rows("bernoulli_cusum_arl"):
    column = "average_run_length_from_zero"
    cases.append((ask("bernoulli_cusum_arl", row, ["failure_step", "limit", "failure_rate"]), {column: float(row[column])}, 1e-4))
for row in rows("learning_curve_cusum_signal_probability"):
    column = "prob_declared_competent"
    given = ["inadequate_rate", "adequate_rate", "limit", "true_failure_rate", "cases"]
    cases.append((ask("learning_cusum", row, given), {column: float(row[column])}, 1e-4))
for row in rows("risk_adjusted_weights"):
    given = ["logit_intercept", "logit_slope", "score", "failure", "odds_ratio"]
    cases.append((ask("risk_adjusted_weight", row, given), {"computed": float(row["computed"])}, 6e-4))
for row in rows("funnel_poisson_limits"):
    for level in ["95", "99.8"]:
        columns = ["lower" + level, "upper" + level]
        cases.append((ask("funnel", row, ["expected"], level=json.loads(level)), {c: float(row[c]) for c in columns}, 1e-6))
samples = rows("p_chart_nist_6_3_3_2")
answer = rows("p_chart_nist_6_3_3_2_answer")[0]
question = {"ask": "p_chart", "nonconforming": [int(r["nonconforming"]) for r in samples], "sizes": [int(r["size"]) for r in samples]}
expected = {"centre": float(answer["centre"]), "upper": float(answer["upper_3sigma"]), "lower": float(answer["lower_3sigma"])}
cases.append((json.dumps(question), expected, 1e-3))  # printed with four decimals

asked = "".join(question + "\n" for question, _, _ in cases)
answers = subprocess.run([program], input=asked, capture_output=True, text=True, check=True).stdout.splitlines()
wrong = 0
for (question, columns, tolerance), line in zip(cases, answers, strict=True):
    found = json.loads(line)
    for name, published in columns.items():
        if name not in found or abs(found[name] - published) > tolerance * abs(published):
            print(f"{question}\n  {name}: published {published}, answered {line}")
            wrong += 1
if json.loads(answers[-1])["signals"] != [int(n) for n in answer["signals"].split()]:
    print("p_chart: other signals: " + answers[-1])
    wrong += 1
print(f"{len(cases)} questions, {wrong} wrong")
sys.exit(1 if wrong else 0)
