/** The WebSocket to the server: it sends requests, receives updates, and reconnects when the server is back. */
import type { Outcome, ServerMessage, SessionUpdate } from "../src/protocol.js";
import type { PageRequest } from "../src/requests.js";

const FIRST_WAIT = 250;
const LONGEST_WAIT = 2000;
const LOST: Outcome = { kind: "problem", problem: "The connection was lost. Try again." };

export function connect(onUpdate: (update: SessionUpdate) => void, changed: (connected: boolean) => void) {
  let socket: WebSocket;
  let wait = FIRST_WAIT;
  let number = 0;
  const open = new Map<number, (outcome: Outcome) => void>();

  const connectSocket = () => {
    socket = new WebSocket(`ws://${location.host}/`);
    socket.onopen = () => {
      wait = FIRST_WAIT;
      changed(true);
    };
    socket.onmessage = ({ data }) => {
      const update: ServerMessage = JSON.parse(data);
      if (update.type !== "outcome") return onUpdate(update);
      open.get(update.of)?.(update.outcome);
      open.delete(update.of);
    };
    socket.onclose = () => {
      for (const resolve of open.values()) resolve(LOST);
      open.clear();
      changed(false);
      setTimeout(connectSocket, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  connectSocket();

  return {
    /** Never rejects: a lost connection is a problem too. */
    ask(request: PageRequest): Promise<Outcome> {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(LOST);
      number += 1;
      socket.send(JSON.stringify({ number, request }));
      return new Promise((resolve) => open.set(number, resolve));
    },
  };
}
