import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 30_000;
const PAUSE_MS = 200;

/** Sends a request that may be repeated to the sandbox, which may be starting again. */
export const untilAnswered = async (url: URL | string, request: RequestInit): Promise<Response> => {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await fetch(url, request);
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(PAUSE_MS);
    }
  }
};
