"""Fetches the endpoint of each code with curl, by HTTP/1.1 and by HTTP/2, and lints what came back with httplint.

usage: lint.py URL-OF-THE-SERVER CODE...
Prints one line a bad note; ends with 1 if there was any.
"""

import subprocess
import sys
import time

from httplint import HttpRequestLinter, HttpResponseLinter
from httplint.note import levels


# Some codes answer something a client does; it is done here.
DONE = {
    "100": ("POST", [(b"Expect", b"100-continue")], b"content"),
    "206": ("GET", [(b"Range", b"bytes=0-9")], b""),
}


def fetch(url, version, code):
    """The interim responses and the final one, each as (version, status, phrase, fields, content)."""
    flag = "--http1.1" if version == b"HTTP/1.1" else "--http2-prior-knowledge"
    method, fields, content = DONE.get(code, ("GET", [], b""))
    asked = [flag, "-si", "--raw", "--max-time", "8", "-A", "lint", "-X", method, url]
    for name, value in fields:
        asked += ["-H", (name + b": " + value).decode()]
    if content:
        asked += ["--data-binary", content.decode()]
    raw = subprocess.run(["curl", *asked], capture_output=True, check=False).stdout
    messages = []
    while raw.startswith(b"HTTP/"):
        head, _, raw = raw.partition(b"\r\n\r\n")
        first, *lines = head.split(b"\r\n")
        _, status, phrase = (first.split(b" ", 2) + [b"", b""])[:3]
        fields = [tuple(part.strip() for part in line.split(b":", 1)) for line in lines]
        messages.append((version, status, phrase if version == b"HTTP/1.1" else None, fields))
        if not 100 <= int(status) < 200:
            break
    return messages, raw


def bad_notes(url, message, content, code):
    version, status, phrase, fields = message
    method, asked, sent = DONE.get(code, ("GET", [], b""))
    request = HttpRequestLinter(start_time=time.time())
    request.process_request_topline(method.encode(), url.encode(), version)
    request.process_headers([(b"Host", url.split("/")[2].encode()), (b"User-Agent", b"lint"), *asked])
    request.feed_content(sent)
    request.finish_content(True)
    response = HttpResponseLinter(start_time=time.time())
    response.request = request
    response.base_uri = url
    response.process_response_topline(version, status, phrase)
    response.process_headers(fields)
    response.feed_content(content)
    response.finish_content(True)
    return [note for note in response.notes if note.level == levels.BAD]


def main():
    server, codes = sys.argv[1].rstrip("/"), sys.argv[2:]
    found = 0
    for code in codes:
        for version in (b"HTTP/1.1", b"HTTP/2"):
            url = f"{server}/status/{code}"
            messages, content = fetch(url, version, code)
            if not messages:
                print(f"{code} {version.decode()}: no answer")
                found += 1
            for at, message in enumerate(messages):
                body = content if at == len(messages) - 1 else b""
                for note in bad_notes(url, message, body, code):
                    print(f"{code} {version.decode()}: {message[1].decode()}: {note.summary}")
                    found += 1
    sys.exit(1 if found else 0)


main()
