/** Discord's gateway: its connections, the events of each session, and the ways a test makes it misbehave. */
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { GatewayOpcodes } from "discord-api-types/v10";
import { WebSocketServer } from "ws";
import { type GatewayState, handleSocket } from "./connection.js";
import type { StoreEvent } from "./model.js";
import type { GatewaySession } from "./session.js";
import { shardOf } from "./snowflake.js";
import { isIntended, redact } from "./visibility.js";

export type Gateway = Omit<ReturnType<typeof createGateway>, "upgrade" | "stop">;

export function createGateway({ store, faults, observe }: Pick<GatewayState, "store" | "faults" | "observe">) {
  const sessions = new Map<string, GatewaySession>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  const state: GatewayState = { store, faults, sessions, identified: new Map(), observe };

  const dispatchEvent = (event: StoreEvent) => {
    if (event.t === "INTERACTION_CREATE" && store.interactionsUrl !== null) return;
    for (const session of sessions.values()) {
      if (!session.link && store.now() - session.leftAt > store.times.sessionLife) sessions.delete(session.id);
      else if (isFor(session, event) && isIntended(event, session.intents)) {
        session.dispatch(event.t, redact(store, event, session.intents));
      }
    }
  };
  const stopListening = store.listen(dispatchEvent);

  return {
    sessions: sessions as ReadonlyMap<string, GatewaySession>,
    /** How many sockets are open, identified or not. */
    connections: () => sockets.clients.size,
    /** Sends any event, known or malformed, past all intents. */
    dispatch(t: string, d: unknown): void {
      for (const session of sessions.values()) session.dispatch(t, d);
    },
    close(code: number): void {
      for (const session of sessions.values()) session.link?.close(code);
    },
    reset(): void {
      for (const session of sessions.values()) session.link?.reset();
    },
    /** Op 7. */
    askToReconnect(): void {
      for (const session of sessions.values()) session.link?.sendOp(GatewayOpcodes.Reconnect);
    },
    /** Op 9. A session that can't be resumed is forgotten. */
    invalidate(resumable: boolean): void {
      for (const session of sessions.values()) {
        session.invalidated = true;
        session.link?.sendOp(GatewayOpcodes.InvalidSession, resumable);
        if (!resumable) sessions.delete(session.id);
      }
    },
    /** Lets the sessions go on, but refuses their RESUME, as after an outage. */
    forgetSessions(): void {
      for (const session of sessions.values()) session.resumable = false;
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      // A client that is gone resets the connection, which would otherwise end the process.
      socket.on("error", () => socket.destroy());
      const fault = faults.takeGateway("upgrade");
      if (fault?.do === "refuse")
        return void socket.end(`HTTP/1.1 ${fault.status} Refused\r\ncontent-length: 0\r\n\r\n`);
      if (fault?.do === "ignore") return;
      if (fault) return void (socket as Socket).resetAndDestroy();
      const { searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
      sockets.handleUpgrade(request, socket, head, (opened) =>
        handleSocket(state, opened, socket as Socket, searchParams),
      );
    },
    stop(): void {
      stopListening();
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

/** Direct messages, and interactions outside a guild, belong to shard 0. */
function isFor({ shard: [id, count] }: GatewaySession, event: StoreEvent): boolean {
  return id === (event.d.guild_id ? shardOf(event.d.guild_id, count) : 0);
}
