import type { SandboxAddress } from "./sandbox-payment-gateway.js";

const ANSWER_MS = 5_000;

interface SandboxQuestion {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
}

/** Asks a sandbox for its ledger, or controls it. Resolves with null when it does not answer. */
export const askSandbox =
  (sandbox: SandboxAddress) =>
  async ({
    method,
    path,
    body,
  }: SandboxQuestion): Promise<{ readonly status: number; readonly json: string } | null> => {
    const origin = sandbox.origin();
    if (origin === null) return null;
    try {
      const answer = await fetch(origin + path, {
        method,
        headers: {
          authorization: `Bearer ${sandbox.secret}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: "error",
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      return { status: answer.status, json: await answer.text() };
    } catch {
      return null;
    }
  };
