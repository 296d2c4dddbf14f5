import { createHash } from "node:crypto";
import type { Head } from "./head.ts";

/** Whether a browser navigates here, rather than a program asking for data. */
export function prefersHtml({ method, headers }: Head): boolean {
  const accept = headers.get("accept") ?? "";
  return method === "GET" && accept.includes("text/html");
}

/** A page that may load nothing but its own inline styles, named by their hash. */
export function htmlResponse(
  page: string,
  init: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const styles = hashesOf("style", page).join(" ") || "'none'";
  return new Response(page, {
    status: init.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src ${styles}; img-src data:; ${closedTo("'none'")}`,
      ...init.headers,
    },
  });
}

/** What no page of ours does: move its base, send a form elsewhere, be framed by others than these. */
export function closedTo(framedBy: "'none'" | "*"): string {
  return `base-uri 'none'; form-action 'self'; frame-ancestors ${framedBy}`;
}

/** The contents of a page's inline elements as CSP sources. */
export function hashesOf(element: "script" | "style", page: string): readonly string[] {
  const contents = page.matchAll(new RegExp(`<${element}[^>]*>([\\s\\S]*?)</${element}>`, "g"));
  return [...contents].map(([, content = ""]) => sourceOf(content));
}

/** The content of one inline element as a CSP source. */
export function sourceOf(content: string): string {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}
