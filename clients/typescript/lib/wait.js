/** How long the headers of an answer ask to wait, in milliseconds; null when they do not. */
export const waitOf = (headers) => {
  const value = headers.get("retry-after")?.trim();
  if (!value) return null;
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
};
