import { expect, test } from "vitest";
import type { SqlSession } from "../../../../src/infrastructure/shared/database/sql-session.js";
import type { SqlValue } from "../../../../src/infrastructure/shared/database/sql-value.js";
import { appendToOutbox } from "../../../../src/infrastructure/shared/worker/append-to-outbox.js";

test("ids of events are UUIDs that ascend with time, so that their index grows at its end", async () => {
  const values: SqlValue[] = [];
  const session: SqlSession = {
    dialect: "sqlite",
    query: async () => [],
    change: async (_, row = []) => values.push(...row),
  };

  for (const at of ["2022-02-22T19:22:22.000Z", "2022-02-22T19:22:22.001Z"])
    await appendToOutbox(session, new Date(at), [
      { aggregateId: "mug", events: [{ type: "kitchen.mug-filled", version: 1 }] },
    ]);

  // The example of RFC 9562, A.6, and one millisecond later.
  const ids = values.filter((value) => /^[0-9a-f-]{36}$/.test(String(value))).map(String);
  expect(ids).toEqual(ids.toSorted());
  expect(ids.map((id) => id.slice(0, 15))).toEqual(["017f22e2-79b0-7", "017f22e2-79b1-7"]);
  for (const id of ids)
    expect(id.slice(15)).toMatch(/^[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
