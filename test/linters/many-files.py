"""Lets checkov look at many files in one process, each for itself.

It is what `checkov --framework kubernetes --skip-download -f FILE` does, without loading checkov for each file. A runner is used
once: one that is used again still has the objects of the file before.
"""

import json
import sys

from checkov.kubernetes.runner import Runner
from checkov.runner_filter import RunnerFilter


def look(path):
    try:
        report = Runner().run(root_folder=None, files=[path], runner_filter=RunnerFilter(framework=["kubernetes"]))
    except Exception:
        return {"objects": 0, "failed": []}
    failed = [{"rule": check.check_id, "resource": check.resource} for check in report.failed_checks]
    return {"objects": report.get_summary()["resource_count"], "failed": failed}


json.dump([look(path) for path in sys.argv[1:]], sys.stdout)
