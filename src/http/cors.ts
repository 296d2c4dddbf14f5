/**
 * Any origin may read, and none with cookies: who asks is told by a key in a header of its own, which no page can
 * make a browser send by itself.
 */
export const allowed = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, X-Request-Id, Content-Disposition, WWW-Authenticate",
};

export function allowOrigins(response: Response): void {
  for (const [name, value] of Object.entries(allowed)) response.headers.set(name, value);
}

/** The answer to a browser that asks before it sends. */
export function preflight(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: methods.join(", "),
      "access-control-allow-methods": methods.join(", "),
      "access-control-allow-headers": "Accept, Authorization, Content-Type, If-None-Match, X-Request-Id",
      "access-control-max-age": "86400",
    },
  });
}
