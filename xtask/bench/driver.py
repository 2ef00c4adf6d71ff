"""Runs `ringfor call` and call.py by turns, each from a cold start, and prints what each used as JSON.

Needs a message bus with an open keyring. Arguments: the `ringfor` program, a data directory, how many runs.
"""

import json
import os
import subprocess
import sys
import time
import uuid

ringfor, data_dir, runs = sys.argv[1], os.path.realpath(sys.argv[2]), int(sys.argv[3])
EMAIL = "agent@example.com"
environment = dict(os.environ, RINGFOR_DATA_DIR=data_dir)
script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "call.py")


def used(command, place):
    """Seconds of processor time (user and system) and of the clock; the answer must be good."""
    begin = time.perf_counter()
    with open(place, "wb") as out:
        process = subprocess.Popen(command, stdout=out, env=environment)
        # In place of `wait`, because it tells what this one child has used.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begin
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return {"user": usage.ru_utime, "system": usage.ru_stime, "wall": wall}


def main():
    sandbox = subprocess.Popen(
        [ringfor, "sandbox", "--speed", "10", "--json"],
        stdout=subprocess.PIPE,
        env=environment,
    )
    try:
        told = json.loads(sandbox.stdout.readline())
        listed = subprocess.run(
            [ringfor, "profile", "list", "--json"],
            stdout=subprocess.PIPE,
            env=environment,
            check=True,
        )
        entry = json.loads(listed.stdout)["profiles"][0]["id"]
        # As the names of the keyring entries of a data directory of its own are made.
        service = "app.ringfor.desktop.d" + uuid.uuid5(uuid.NAMESPACE_URL, data_dir).hex
        results = {"ringfor": [], "python": []}
        for run in range(runs + 1):
            number = f"+1202555{200 + run:04}"
            ours = [ringfor, "call", "--again", "--agent", EMAIL, "--to", number]
            theirs = [sys.executable, script, service, entry]
            theirs += [told["client_id"], told["base_url"], EMAIL, number]
            for name, command in (("ringfor", ours), ("python", theirs)):
                measured = used(command, os.path.join(data_dir, name + ".out"))
                # The first of each only brings files into memory.
                if run > 0:
                    results[name].append(measured)
        print(json.dumps(results))
    finally:
        sandbox.terminate()
        sandbox.wait()


main()
