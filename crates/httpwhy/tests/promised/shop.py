"""An application with the faults that the test asks for."""
import os
import time


def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/exception":
        return [b"%d" % len(None)]
    if path == "/memory":
        return [bytes(bytearray(1 << 60))]
    if path == "/crash":
        os.abort()
    if path == "/slow":
        time.sleep(4)
    if path == "/database":
        try:
            import psycopg2
        except ImportError:
            start_response("501 Not Implemented", [])
            return [b""]
        psycopg2.connect(host="127.0.0.1", port=1, user="shop", dbname="shop")
    if path == "/refused":
        start_response("403 Forbidden", [("Content-Type", "application/json")])
        return [b'{"detail": "Your role lacks the permission orders:write"}']
    if path == "/secret":
        start_response("401 Unauthorized", [("WWW-Authenticate", 'Bearer realm="shop"')])
        return [b""]
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello\n"]
