// An application with the faults that the test asks for.
const http = require('node:http');

const server = http.createServer((request, response) => {
  if (request.url === '/crash') {
    setImmediate(() => null.total);
    return;
  }
  if (request.url === '/slow') {
    setTimeout(() => response.end('late\n'), 4000);
    return;
  }
  response.end('hello\n');
});
server.listen(Number(process.argv[2]), '127.0.0.1');
