import type { Worker } from "node:cluster";

/** What Node's round robin sends with a connection, and what comes back once it is taken. */
interface Handover {
  readonly act?: string;
  readonly seq?: number;
  readonly ack?: number;
}

interface Connection {
  readonly close?: () => void;
}

/**
 * Node's round robin forgets a connection that it handed to a worker which ends before it takes it: it stays open and
 * is never answered. This keeps count of them. What it returns is called when the worker is gone: it gives them to
 * another worker where one listens, else cuts them.
 */
export function untakenBy({ process: child }: Worker): (anotherListens: boolean) => void {
  const untaken = new Map<number, Connection | undefined>();
  const send = child.send.bind(child) as (...args: readonly unknown[]) => boolean;
  child.send = (...args: readonly unknown[]) => {
    const [{ act, seq }, connection] = args as [Handover, Connection | undefined];
    if (act === "newconn" && seq !== undefined) untaken.set(seq, connection);
    return send(...args);
  };
  // An event that Node uses within; its types do not tell of it.
  const internal = "internalMessage" as "message";
  child.on(internal, ({ ack }: Handover) => {
    if (ack !== undefined) untaken.delete(ack);
  });
  return (anotherListens) => {
    for (const [seq, connection] of [...untaken]) {
      if (anotherListens) child.emit(internal, { cmd: "NODE_CLUSTER", ack: seq, accepted: false }, undefined);
      else connection?.close?.();
    }
    untaken.clear();
  };
}
