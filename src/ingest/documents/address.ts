import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { StanceGraphError } from "../../domain/error.ts";

/** An address of a host, as the system's resolver gives it. */
export interface Address {
  readonly address: string;
  /** 4 or 6. */
  readonly family: number;
}

/** All addresses of a host's name. */
export type Resolve = (name: string) => Promise<readonly Address[]>;

/** A host that may be reached whatever its address is. */
export interface Host {
  /** As addresses write it. */
  readonly name: string;
  /** Null for all. */
  readonly port: string | null;
}

/** All of IPv6 that is given out for the public internet; elsewhere an IPv4 address may be hidden (`::127.0.0.1`). */
const publicIPv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an address is one of the public internet. What is not known to be one is none. */
export function isPublic(address: string): boolean {
  // What has a zone lies at an interface of this machine.
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  // An IPv4 address that is written as one of IPv6 is judged as what it is.
  const meant = ipaddr.process(address);
  return meant.range() === "unicast" && (meant.kind() === "ipv4" || meant.match(publicIPv6));
}

/** `intranet.example`, `[fd00::1]:8080`; null where the text is no host. */
export function hostIn(text: string): Host | null {
  const [, written, port = null] = /^(\[[^\]]*\]|[^:/\\?#@\s]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const name = written === undefined ? undefined : URL.parse(`http://${written}/`)?.hostname;
  return name === undefined || Number(port) > 65_535 ? null : { name, port: port && String(Number(port)) };
}

export interface Reach {
  readonly resolve: Resolve;
  readonly allowed: readonly Host[];
}

/** The addresses that a URL's host may be reached at; refuses it when any of them is not public, unless it is allowed. */
export async function addressesOf(url: URL, { resolve, allowed }: Reach): Promise<readonly Address[]> {
  const name = nameOf(url);
  const family = isIP(name);
  const found = family === 0 ? await resolve(name) : [{ address: name, family }];
  if (found.length === 0) throw new StanceGraphError("invalid", `There is no host ${name}.`);
  if (isAllowed(url, allowed)) return found;
  const refused = found.find(({ address }) => !isPublic(address));
  if (refused !== undefined) throw notPublic(url, refused.address);
  return found;
}

/** Whether a URL's host, on its port, is one that may be reached whatever its address is. */
export function isAllowed({ hostname, port, protocol }: URL, allowed: readonly Host[]): boolean {
  const at = port || (protocol === "https:" ? "443" : "80");
  return allowed.some((host) => host.name === hostname && (host.port === null || host.port === at));
}

export function notPublic(url: URL, address: string): StanceGraphError {
  const name = nameOf(url);
  const what = name === address ? `${name} is no public address` : `${name} is ${address}, no public address`;
  return new StanceGraphError(
    "invalid",
    `${what}, so it is not fetched; name it with --allow-host if it is yours.`,
  );
}

/** A host's name; of an IPv6 address without its brackets. */
function nameOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}
