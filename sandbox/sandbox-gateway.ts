import type { AddressInfo } from "node:net";
import { Book, Bookkeeper, type Line } from "./book.js";
import { Ledger } from "./ledger.js";
import { Operations } from "./operations.js";
import { sandboxServer } from "./sandbox-server.js";
import { Webhooks } from "./webhooks.js";

export interface SandboxOptions {
  readonly ledgerFile: string;
  /** What callers of the API send as a bearer token. */
  readonly secret: string;
  /** What webhooks are signed with. */
  readonly webhookSecret: string;
  /** Where the shop receives webhooks; null: nowhere. */
  readonly webhookUrl: string | null;
  /** 0: the one that the ledger names, when it is free, or any. */
  readonly port: number;
  /** Is called when the ledger cannot be written: the sandbox may not answer any more. */
  readonly fail: (error: unknown) => void;
}

export interface SandboxGateway {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";
const DUE_EVERY_MS = 1_000;

/** Starts a payment gateway for development and tests. No money moves. */
export const startSandbox = async (options: SandboxOptions): Promise<SandboxGateway> => {
  const book = new Book();
  const ledger = await Ledger.open<Line>(
    options.ledgerFile,
    (line) => book.read(line),
    options.fail,
  );
  let origin = "";
  const webhooks: Webhooks = new Webhooks({
    keeper: () => keeper,
    url: options.webhookUrl,
    secret: options.webhookSecret,
    origin: () => origin,
  });
  const keeper = new Bookkeeper(book, ledger, (id) => webhooks.announce(id));
  const operations = new Operations(keeper);
  const app = sandboxServer({
    book,
    keeper,
    operations,
    webhooks,
    secret: options.secret,
    origin: () => origin,
  });
  const listen = (port: number): Promise<string> => app.listen({ host: HOST, port });
  try {
    await listen(options.port || book.port).catch((error: unknown) => {
      if (options.port !== 0) throw error;
      return listen(0);
    });
  } catch (error) {
    await ledger.close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  origin = `http://${HOST}:${port}`;
  if (port !== book.port) await keeper.write("started", { port });
  for (const id of book.unsent) webhooks.announce(id);
  const due = setInterval(() => void operations.letDueHappen(), DUE_EVERY_MS);
  return {
    origin,
    close: async () => {
      clearInterval(due);
      await Promise.all([app.close(), webhooks.stop()]);
      await ledger.close();
    },
  };
};
