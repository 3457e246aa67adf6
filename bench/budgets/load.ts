import { Agent, request } from "node:http";

export interface Question {
  readonly operationName: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Load {
  readonly port: number;
  /** Sent one after the other, again and again. */
  readonly questions: readonly Question[];
  /** Each sends its next question when it has received an answer. */
  readonly clients: number;
  readonly milliseconds: number;
}

interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly answers: number;
}

/**
 * Sends one question.
 * @param buyer who sends it: a number that becomes an address, which a trusted proxy would hand on
 * @returns the body of the answer
 */
export const ask = (
  port: number,
  question: Question,
  agent?: Agent,
  buyer = 0,
): Promise<string> => {
  const body = JSON.stringify(question);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: "127.0.0.1",
        path: "/graphql",
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "x-forwarded-for": `198.18.${buyer >> 8}.${buyer & 255}`,
        },
        ...(agent && { agent }),
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (piece: string) => (text += piece));
        answer.on("end", () =>
          answer.statusCode === 200
            ? resolve(text)
            : reject(new Error(`${answer.statusCode ?? 0}: ${text.slice(0, 300)}`)),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
};

/** Sends questions over connections that stay open. @throws Error on the first failed answer */
export const load = async ({
  port,
  questions,
  clients,
  milliseconds,
}: Load): Promise<LoadResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const begin = performance.now();
  let next = 0;
  const client = async (buyer: number): Promise<void> => {
    while (performance.now() - begin < milliseconds) {
      const question = questions[next++ % questions.length];
      if (!question) return;
      const start = performance.now();
      await ask(port, question, agent, buyer);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, buyer) => client(buyer)));
  const seconds = (performance.now() - begin) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    worst: at(1),
    answers: times.length,
  };
};
