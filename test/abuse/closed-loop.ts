import type { Target } from "./attack.js";
import { send, type Client, type Outcome } from "./send.js";
import type { Tally } from "./tally.js";

type Request = Omit<Parameters<typeof send>[0], "port" | "client">;

const PAUSE_AFTER_ERROR_MS = 20;

/** Each connection sends the next request when it has received an answer, until the time is over. */
export const closedLoop = async (
  { port, milliseconds }: Target,
  { client, connections }: { readonly client: Client; readonly connections: number },
  next: () => Request,
  heard: Tally | ((outcome: Outcome) => void),
): Promise<void> => {
  const end = performance.now() + milliseconds;
  const hear = typeof heard === "function" ? heard : ({ outcome }: Outcome) => heard.add(outcome);
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const outcome = await send({ timeoutMs: milliseconds + 15_000, ...next(), port, client });
      hear(outcome);
      if (outcome.status === 0)
        await new Promise((resume) => setTimeout(resume, PAUSE_AFTER_ERROR_MS));
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  client.close();
};
