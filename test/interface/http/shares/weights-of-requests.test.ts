import { expect, test } from "vitest";
import { noLimitCounters } from "../../../../src/application/shared/limit-counters.js";
import { DEFAULT_LIMITS } from "../../../../src/application/shared/limits.js";
import { noPointBudgets } from "../../../../src/application/shared/point-budgets.js";
import { KnownDocuments } from "../../../../src/interface/http/shares/known-documents.js";
import { RequestQueue } from "../../../../src/interface/http/shares/request-queue.js";
import { RequestShare, type Shared } from "../../../../src/interface/http/shares/request-share.js";

const CHEAP = "{ shop { name } }";

test("a request whose document has cost few points goes before one that nobody knows", async () => {
  const limits = { ...DEFAULT_LIMITS, requestsAtOnce: 1 };
  const shared: Shared = {
    limits,
    queue: new RequestQueue(limits, noLimitCounters),
    budgets: noPointBudgets,
    documents: new KnownDocuments(),
    counters: noLimitCounters,
  };
  const answered: string[] = [];
  const send = (client: string, document: string, until?: Promise<void>): Promise<unknown> => {
    const share = new RequestShare(shared, { client, budget: "clientPoints" });
    const answer = async (): Promise<void> => {
      await share.charge(5);
      await until;
      answered.push(client);
    };
    return share.work(document, answer).finally(() => share.leave());
  };
  await send("192.0.2.1", CHEAP);
  let end = (): void => undefined;
  const running = send("192.0.2.2", CHEAP, new Promise((resolve) => (end = resolve)));

  const waiting = [send("192.0.2.3", "{ unknown }"), send("192.0.2.4", CHEAP)];
  end();
  await Promise.all([running, ...waiting]);

  expect(answered).toEqual(["192.0.2.1", "192.0.2.2", "192.0.2.4", "192.0.2.3"]);
});
