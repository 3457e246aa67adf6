import { Agent, request } from "node:http";

export interface Question {
  readonly operationName: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface Load {
  readonly port: number;
  /** Asked in turn, again and again. */
  readonly questions: readonly Question[];
  /** Each sends its next question when it has its answer. */
  readonly clients: number;
  readonly milliseconds: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly answers: number;
}

export const ask = (port: number, question: Question, agent?: Agent): Promise<string> => {
  const body = JSON.stringify(question);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: "127.0.0.1",
        path: "/graphql",
        method: "POST",
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
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

/** Asks over connections that stay open. @throws Error at the first answer that is none */
export const measured = async ({
  port,
  questions,
  clients,
  milliseconds,
}: Load): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const taken: number[] = [];
  const begin = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - begin < milliseconds) {
      const question = questions[next++ % questions.length];
      if (!question) return;
      const start = performance.now();
      await ask(port, question, agent);
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begin) / 1_000;
  agent.destroy();
  taken.sort((a, b) => a - b);
  const at = (share: number): number =>
    taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN;
  return {
    perSecond: taken.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    worst: at(1),
    answers: taken.length,
  };
};
