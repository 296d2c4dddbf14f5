/** What every response says to browsers. */
export const guards = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;
