"""Uses every tool of httpwhy by the Model Context Protocol: mcp_client.py BINARY URL."""

import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client import streamable_http
from mcp.client.stdio import stdio_client

EVIDENCE = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<hr><center>nginx</center>"
CALLS = {
    "explain": ({"query": "forbiden"}, "403 Forbidden"),
    "diagnose": ({"evidence": EVIDENCE, "took": "60s"}, "502 Bad Gateway"),
    "compare": ({"codes": [401, 403]}, "401 or 403?"),
    "cause": ({"id": "upstream-down"}, "upstream-down"),
    "component": ({"id": "nginx"}, "nginx"),
}


async def use(read, write):
    async with ClientSession(read, write) as session:
        await session.initialize()
        await session.send_ping()
        listed = {tool.name for tool in (await session.list_tools()).tools}
        assert listed == set(CALLS), listed
        for name, (arguments, begins) in CALLS.items():
            result = (await session.call_tool(name, arguments)).model_dump(by_alias=True)
            assert not result["isError"] and result["structuredContent"]["schema"] == 1, result
            assert result["content"][0]["text"].startswith(begins), result
        refused = (await session.call_tool("diagnose", {"evidence": "hello"})).model_dump(by_alias=True)
        assert refused["isError"], refused


async def main(binary, url):
    async with stdio_client(StdioServerParameters(command=binary, args=["mcp"])) as (read, write):
        await use(read, write)
    # The name in the first major version of the package, and in the second.
    connect = getattr(streamable_http, "streamable_http_client", None) or streamable_http.streamablehttp_client
    async with connect(url) as streams:
        await use(streams[0], streams[1])


asyncio.run(main(*sys.argv[1:]))
