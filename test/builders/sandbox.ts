import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox, type SandboxGateway } from "../../sandbox/sandbox-gateway.js";
import type { WebhookRequest } from "../../src/application/payments/ports/payment-gateway.js";

export const SECRET = "the secret of the sandbox in a test";
export const WEBHOOK_SECRET = "the secret of its webhooks in a test";

export const ledgerFile = (): string =>
  join(mkdtempSync(join(tmpdir(), "plinth-sandbox-")), "ledger.jsonl");

/** A shop that receives webhooks. */
export const webhookReceiver = async () => {
  const received: WebhookRequest[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      received.push({ headers, body: Buffer.concat(pieces) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/payments/sandbox`,
    received,
    answerWith: (next: number) => void (status = next),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

/** A sandbox in this process, with a shop that receives its webhooks. */
export const testSandbox = async (file = ledgerFile()) => {
  const receiver = await webhookReceiver();
  const failures: unknown[] = [];
  const start = (port = 0): Promise<SandboxGateway> =>
    startSandbox({
      ledgerFile: file,
      secret: SECRET,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: receiver.url,
      port,
      fail: (error) => failures.push(error),
    });
  let running = await start();
  const send = async (method: "GET" | "POST", path: string, body?: unknown) => {
    const answer = await fetch(running.origin + path, {
      method,
      headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, content: (await answer.json()) as never };
  };
  return {
    file,
    receiver,
    failures,
    origin: () => running.origin,
    get: (path: string) => send("GET", path),
    post: (path: string, body: unknown) => send("POST", path, body),
    stop: () => running.close(),
    start: async () => void (running = await start()),
    close: async () => {
      await running.close();
      await receiver.close();
    },
  };
};
