import type { Store } from "../store/open.ts";
import type { Call } from "./call.ts";
import type { Head } from "./head.ts";
import type { Refusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";

/** Finds out who asks, and notes it on the call; null when a refusal is due instead. */
export function identify(head: Head, call: Call, store: Store, settings: Settings): Refusal | null {
  const header = head.headers.get("authorization");
  if (header === null) {
    call.scope = settings.readAccess === "open" ? "read" : null;
    return null;
  }
  const secret = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(header)?.[1];
  const key = secret === undefined ? null : store.keys.bySecret(secret);
  if (key === null) {
    return unauthenticated(
      "This key is unknown or revoked; send one in force as “Authorization: Bearer …”.",
      'error="invalid_token"',
    );
  }
  call.who = `${key.name} (${key.id})`;
  call.key = key.id;
  call.scope = key.scope;
  return null;
}

/** Refuses who has no key where one is needed to read. */
export function requireReader(call: Call): Refusal | null {
  if (call.scope !== null) return null;
  return unauthenticated("This server answers only with a key; send it as “Authorization: Bearer …”.");
}

function unauthenticated(message: string, detail?: string): Refusal {
  const challenge = ['Bearer realm="stancegraph"', detail].filter(Boolean).join(", ");
  return { status: 401, code: "UNAUTHENTICATED", message, headers: { "www-authenticate": challenge } };
}
