/** The worker: one engine, one request after the other. */
import { EngineHost } from './engine-host.ts';
import type { EngineReplyMessage, EngineRequestMessage } from './engine-protocol.ts';

const host = new EngineHost();

self.addEventListener('message', ({ data }: MessageEvent<EngineRequestMessage>) => {
  let message: EngineReplyMessage;
  try {
    message = { turn: data.turn, reply: host.handle(data) };
  } catch (error) {
    message = { turn: data.turn, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(message);
});
