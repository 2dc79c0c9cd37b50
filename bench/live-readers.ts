/** Many readers of the event stream in a process of their own: sockets that do no more than count events. */
import { connect } from 'node:net';

export interface ReadersTell {
  readonly kind: 'ready' | 'heard';
  /** When the last of all had it, in ms since 1970. */
  readonly last: number;
}

const [port = '0', count = '0', cookie = ''] = process.argv.slice(2);
const readers = Number(count);
/** The server counts the streams of one address. */
const perAddress = 100;
let greeted = 0;
let heard = 0;

const now = () => performance.timeOrigin + performance.now();
const tell = (kind: ReadersTell['kind']) => process.send?.({ kind, last: now() } satisfies ReadersTell);

function open(place: number): void {
  const localAddress = `127.0.0.${2 + Math.floor(place / perAddress)}`;
  const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress });
  const session = cookie === '' ? '' : `Cookie: ${cookie}\r\n`;
  socket.write(
    `GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n${session}\r\n`,
  );
  socket.on('data', (bytes) => {
    if (cookie !== '' && bytes.includes('"role":"public"')) throw new Error('the session was not taken');
    if (bytes.includes('event: hello') && ++greeted === readers) tell('ready');
    if (bytes.includes('event: changed') && ++heard % readers === 0) tell('heard');
  });
  socket.on('error', (error) => {
    throw error;
  });
  socket.on('close', () => process.exit(1));
}

for (let place = 0; place < readers; place++) open(place);
process.on('disconnect', () => process.exit(0));
