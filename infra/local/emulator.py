"""Runs MiniStack with two things that it leaves out.

What `$connect` answers under Sec-WebSocket-Protocol is the subprotocol that the gateway speaks. MiniStack 1.5.33 drops the
answer's headers, and a browser that asked for a subprotocol and is told of none gives the socket up.

On AWS each function has a table's stream to itself. MiniStack goes from one to the next and waits for each, so that whoever tells
people of twenty bookings held up whoever takes a room away.
"""

import contextvars
import threading

from ministack.app import main
from ministack.services import apigateway, dynamodb, lambda_svc

spoken = contextvars.ContextVar("spoken", default=None)
invoke = apigateway._invoke_ws_lambda
handle = apigateway.handle_websocket


async def invoke_and_note(*args, **kwargs):
    answer = await invoke(*args, **kwargs)
    headers = (answer or {}).get("headers") or {}
    for name, value in headers.items():
        if name.lower() == "sec-websocket-protocol":
            spoken.set(value)
    return answer


async def handle_by_protocol(scope, receive, send, *args, **kwargs):
    async def send_with_protocol(message):
        if message.get("type") == "websocket.accept" and spoken.get() is not None:
            message = {**message, "subprotocol": spoken.get()}
        await send(message)

    await handle(scope, receive, send_with_protocol, *args, **kwargs)


every_mapping = lambda_svc._iter_all_esms
poll = lambda_svc._poll_dynamodb_streams
mine = threading.local()
at_work = set()


def own_mapping():
    uuid = getattr(mine, "uuid", None)
    return (each for each in every_mapping() if uuid is None or each[2]["UUID"] == uuid)


def has_more(account, region, mapping):
    table = mapping["EventSourceArn"].partition(":table/")[2].partition("/")[0]
    if table == "":
        return False
    before = lambda_svc._request_account_id.set(account), lambda_svc._request_region.set(region)
    try:
        taken = lambda_svc._dynamodb_stream_positions.get(mapping["UUID"])
        begin = dynamodb.stream_start_position(table) if taken is None else taken
        return begin != dynamodb.stream_end_position(table)
    finally:
        lambda_svc._request_account_id.reset(before[0])
        lambda_svc._request_region.reset(before[1])


def take(account, region, mapping):
    mine.uuid = mapping["UUID"]
    try:
        while poll():
            pass
    finally:
        at_work.discard(mapping["UUID"])
        # What came in the moment before that is seen by nobody else.
        if has_more(account, region, mapping):
            lambda_svc._esm_wake.set()


def poll_side_by_side():
    for account, region, mapping in every_mapping():
        if mapping["UUID"] in at_work or not has_more(account, region, mapping):
            continue
        at_work.add(mapping["UUID"])
        threading.Thread(target=take, args=(account, region, mapping), daemon=True).start()
    return False


lambda_svc._iter_all_esms = own_mapping
lambda_svc._poll_dynamodb_streams = poll_side_by_side
apigateway._invoke_ws_lambda = invoke_and_note
apigateway.handle_websocket = handle_by_protocol
main()
