/** One client's WebSocket as the gateway uses it: text or zlib-stream out, and every abrupt way to end it. */
import type { Socket } from "node:net";
import { constants, deflateRawSync } from "node:zlib";
import type { GatewayOpcodes } from "discord-api-types/v10";
import { WebSocket } from "ws";

const ZLIB_HEADER = Buffer.from([0x78, 0x9c]);

export type Link = ReturnType<typeof createLink>;

export function createLink(socket: WebSocket, tcp: Socket, compressed: boolean) {
  let begun = false;
  const compress = (frame: string) => {
    // Blocks flushed without reference to earlier ones make a valid stream and need no state but the header.
    const block = deflateRawSync(frame, { finishFlush: constants.Z_SYNC_FLUSH });
    const whole = begun ? block : Buffer.concat([ZLIB_HEADER, block]);
    begun = true;
    return whole;
  };
  const send = (frame: string): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(compressed ? compress(frame) : frame);
  };
  return {
    send,
    sendOp: (op: GatewayOpcodes, d: unknown = null): void => send(JSON.stringify({ op, d })),
    close(code: number, reason?: string): void {
      // 1006 can't be sent: a client sees it when no code was sent.
      if (code === 1006) socket.terminate();
      else socket.close(code, reason);
    },
    /** Cuts the TCP connection without a closing handshake. */
    reset(): void {
      tcp.resetAndDestroy();
    },
  };
}
