/**
 * Load in a process of its own: `load.ts <port> <path> <connections> <milliseconds>` asks for the path over
 * kept-alive sockets and prints the answers a second. Sockets rather than an HTTP client, which would
 * cost more than the servers it measures.
 */
import { connect } from 'node:net';

const [port = '0', path = '/', connections = '32', duration = '2000'] = process.argv.slice(2);
const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\n\r\n`;
const stopAt = performance.now() + Number(duration);
let answered = 0;

/** The whole length of the answer that `text` begins, head included; 0 while the head is incomplete. */
function lengthOf(text: string): number {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return 0;
  const status = text.slice(9, 12);
  const body = /content-length: (\d+)/iu.exec(text)?.[1];
  if (status !== '200' || body === undefined)
    throw new Error(`${path} answered ${text.slice(0, 80)}`);
  return end + 4 + Number(body);
}

const ask = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
    let head = '';
    let received = 0;
    let wanted = 0;
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (bytes) => {
      received += bytes.length;
      if (wanted === 0) {
        head += bytes.toString('latin1');
        wanted = lengthOf(head);
      }
      if (wanted === 0 || received < wanted) return;
      answered += 1;
      [head, received, wanted] = ['', 0, 0];
      if (performance.now() < stopAt) socket.write(request);
      else socket.end();
    });
  });

const started = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, ask));
process.stdout.write(String((answered / (performance.now() - started)) * 1000));
