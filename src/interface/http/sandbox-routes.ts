import type { FastifyInstance, FastifyReply } from "fastify";
import { answerError, NOT_FOUND, type HttpError } from "./answer-error.js";

/** What the page of the sandbox asks it. */
export interface SandboxQuestion {
  readonly method: "GET" | "POST";
  /** Of the sandbox. */
  readonly path: string;
  readonly body?: unknown;
}

/** Asks the sandbox; null while it does not run. */
export type AskSandbox = (
  question: SandboxQuestion,
) => Promise<{ readonly status: number; readonly json: string } | null>;

const NOT_RUNNING: HttpError = {
  status: 503,
  code: "SERVICE_UNAVAILABLE",
  message: "The sandbox gateway does not run at the moment.",
  retryAfterMs: 1_000,
};
const CONTROLS: ReadonlySet<string> = new Set([
  "happenings",
  "clock",
  "webhooks",
  "repetitions",
  "outages",
]);

/**
 * What the page of the sandbox reads and does. The secret of the sandbox stays in the server. Pages of
 * other sites cannot use it: they cannot send JSON without asking, and a name that was made to lead to
 * this machine is not one of its own.
 */
export const sandboxRoutes = (app: FastifyInstance, ask: AskSandbox): void => {
  app.addHook("onRequest", async (request, reply) => {
    if (!/^(localhost|127\.0\.0\.1|\[::1\])$/.test(request.hostname))
      return answerError(request, reply, NOT_FOUND);
  });
  const answer = async (
    request: Parameters<typeof answerError>[0],
    reply: FastifyReply,
    question: SandboxQuestion,
  ): Promise<FastifyReply> => {
    const found = await ask(question);
    return found === null
      ? answerError(request, reply, NOT_RUNNING)
      : reply.code(found.status).type("application/json; charset=utf-8").send(found.json);
  };
  app.get<{ Querystring: { readonly newest?: unknown } }>(
    "/playground/sandbox/ledger",
    async (request, reply) => {
      const newest = Number(request.query.newest ?? 100);
      return answer(request, reply, { method: "GET", path: `/ledger?newest=${newest}` });
    },
  );
  app.post<{ Params: { readonly control: string } }>(
    "/playground/sandbox/:control",
    async (request, reply) => {
      const { control } = request.params;
      if (!CONTROLS.has(control)) return answerError(request, reply, NOT_FOUND);
      const { body } = request;
      return answer(request, reply, { method: "POST", path: `/control/${control}`, body });
    },
  );
};
