"""Fetches the endpoint of each code with curl, by HTTP/1.1 and by HTTP/2, and lints what came back with httplint.

usage: lint.py URL-OF-THE-SERVER CODE...
Prints one line a bad note; ends with 1 if there was any.
"""

import subprocess
import sys
import time

from httplint import HttpRequestLinter, HttpResponseLinter
from httplint.note import levels


def fetch(url, version):
    """The interim responses and the final one, each as (version, status, phrase, fields, content)."""
    flag = "--http1.1" if version == b"HTTP/1.1" else "--http2-prior-knowledge"
    # RFC 9110, 15.2.2: 101 comes only to a client that asked for it.
    asked = [flag, "-si", "--raw", "--max-time", "8", "-A", "lint", url]
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


def bad_notes(url, message, content):
    version, status, phrase, fields = message
    request = HttpRequestLinter(start_time=time.time())
    request.process_request_topline(b"GET", url.encode(), version)
    request.process_headers([(b"Host", url.split("/")[2].encode()), (b"User-Agent", b"lint")])
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
            messages, content = fetch(url, version)
            if not messages:
                print(f"{code} {version.decode()}: no answer")
                found += 1
            for at, message in enumerate(messages):
                body = content if at == len(messages) - 1 else b""
                for note in bad_notes(url, message, body):
                    print(f"{code} {version.decode()}: {message[1].decode()}: {note.summary}")
                    found += 1
    sys.exit(1 if found else 0)


main()
