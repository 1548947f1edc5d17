"""serve.py DIRECTORY [MILLISECONDS]: hands out the files of a folder over HTTP, each answer so much later (50).

Prints its address; when its standard input ends, how many requests there were, and how many bytes of files it sent. Ranges
of one part, from either end; connections are kept. Each file has an entity tag, which If-Match and If-Range are held to.
"""

import http.server
import json
import pathlib
import re
import sys
import threading
import time
import urllib.parse

PIECE = 1 << 18


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Otherwise a body waits for the acknowledgement of its head, 40 ms.
    disable_nagle_algorithm = True

    def do_HEAD(self):
        self.answer(body=False)

    def do_GET(self):
        self.answer(body=True)

    def answer(self, body):
        self.server.count(1, 0)
        time.sleep(self.server.delay)
        path = self.server.directory / pathlib.PurePosixPath(urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)).name
        if not path.is_file():
            self.head(404, {"Content-Length": 0})
            return
        status = path.stat()
        tag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
        common = {"ETag": tag, "Accept-Ranges": "bytes", "Last-Modified": self.date_time_string(int(status.st_mtime))}
        if self.headers.get("If-Match", tag) not in (tag, "*"):
            self.head(412, {**common, "Content-Length": 0})
            return
        wanted = self.headers.get("Range") if self.headers.get("If-Range", tag) == tag else None
        code, first, count = chosen(wanted, status.st_size)
        if code == 416:
            self.head(416, {**common, "Content-Range": f"bytes */{status.st_size}", "Content-Length": 0})
            return
        if code == 206:
            common["Content-Range"] = f"bytes {first}-{first + count - 1}/{status.st_size}"
        self.head(code, {**common, "Content-Type": "application/octet-stream", "Content-Length": count})
        if body:
            self.send(path, first, count)

    def head(self, code, headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, str(value))
        self.end_headers()

    def send(self, path, first, count):
        with open(path, "rb") as file:
            file.seek(first)
            while count > 0:
                piece = file.read(min(PIECE, count))
                if not piece:
                    self.close_connection = True
                    return
                self.server.count(0, len(piece))
                self.wfile.write(piece)
                count -= len(piece)

    def log_message(self, *_):
        pass


def chosen(wanted, size):
    """Status, first byte and number of bytes for a Range header; what is not understood is as good as none."""
    found = re.fullmatch(r"bytes=(\d*)-(\d*)", wanted or "")
    if not found or found[1] == found[2] == "":
        return 200, 0, size
    if found[1] == "":
        first, end = max(0, size - int(found[2])), size
    else:
        first, end = int(found[1]), min(size, int(found[2]) + 1) if found[2] else size
        if found[2] and int(found[2]) < first:
            return 200, 0, size
    return (206, first, end - first) if first < end else (416, 0, 0)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, directory, delay):
        super().__init__(("127.0.0.1", 0), Handler)
        self.directory, self.delay = pathlib.Path(directory), delay
        self.requests = self.sent = 0
        self._lock = threading.Lock()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def count(self, requests, sent):
        with self._lock:
            self.requests += requests
            self.sent += sent

    def handle_error(self, request, client_address):
        """Clients may leave in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def main():
    delay = float(sys.argv[2]) if len(sys.argv) > 2 else 50
    with Server(sys.argv[1], delay / 1000) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.address, flush=True)
        sys.stdin.read()
        print(json.dumps({"requests": server.requests, "bytes": server.sent}))
        server.shutdown()


if __name__ == "__main__":
    main()
