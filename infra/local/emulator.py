"""Runs MiniStack with the one thing of a WebSocket API that it leaves out.

What `$connect` answers under Sec-WebSocket-Protocol is the subprotocol that the gateway speaks. MiniStack 1.5.33 drops the
answer's headers, and a browser that asked for a subprotocol and is told of none gives the socket up.
"""

import contextvars

from ministack.app import main
from ministack.services import apigateway

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


apigateway._invoke_ws_lambda = invoke_and_note
apigateway.handle_websocket = handle_by_protocol
main()
