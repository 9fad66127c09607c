"""Read by Schemathesis."""

import json
import os
import re
import uuid

import schemathesis

FORM = re.compile(r"[A-Za-z0-9_-]{22,64}")

with open(os.environ["SAKSI_FUZZ_ASKERS"], encoding="utf-8") as file:
    ASKERS = json.load(file)


# Who asks what. Not as `headers` of the settings: there, those of the first operation would be sent with all others too.
@schemathesis.auth(refresh_interval=None)
class Asker:
    def get(self, case, context):
        return ASKERS[case.operation.definition.raw["operationId"]] or None

    def set(self, case, data, context):
        case.headers.update(data)


# Each request is an action of its own: under the key of another, it would be told that the key was used before, and nothing
# else.
@schemathesis.hook
def before_call(context, case, kwargs):
    for name, value in list((case.headers or {}).items()):
        if name.lower() == "idempotency-key" and FORM.fullmatch(str(value)):
            case.headers[name] = uuid.uuid4().hex
