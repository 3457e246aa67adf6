import { PassThrough } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import {
  EventsDelivered,
  EventsNotFound,
  WorkNotFound,
  WorkRecurs,
} from "../../../src/application/operations/errors.js";
import type { EventEntry } from "../../../src/application/shared/events.js";
import { GUEST, PermissionDenied } from "../../../src/application/shared/viewer.js";
import { eventsCommand } from "../../../src/interface/cli/events-command.js";
import { plinth, runPlinth } from "../../../src/interface/cli/plinth.js";
import { workCommand } from "../../../src/interface/cli/work-command.js";
import type { StoredWork } from "../../fakes/in-memory-schedule.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { cliShop } from "./cli-shop.js";

const PARKED = {
  status: "PARKED",
  attempts: 10,
  lastError: "test.counter: TypeError: the shelf fell down",
} as const;

describe("plinth events", () => {
  let shop: ReturnType<typeof cliShop>;
  const rows = () => shop.database.rows<EventEntry>("event");
  const ids = () => [...rows().keys()];
  const set = (id = "", changes: Partial<EventEntry>) => {
    const row = rows().get(id);
    if (row) rows().set(id, { ...row, ...changes });
  };

  beforeEach(() => {
    shop = cliShop();
    shop.database.append(
      [
        { type: "catalog.product-created", version: 1 },
        { type: "catalog.product-revised", version: 2 },
      ],
      "product_1",
    );
  });

  test("lists pending events with their age", async () => {
    const { out } = await shop.run("events", "list");

    expect(out).toMatch(
      /^\| Id +\| Type +\| Aggregate +\| Sequence +\| Age +\| Attempts +\| Next +\| Last error \|\n/,
    );
    expect(out).toMatch(
      new RegExp(
        `\n\\| ${ids()[0]} +\\| catalog.product-created +\\| product_1 +\\| 1 +\\| \\d+ (d|h|min|s) +\\| 0 +\\| +\\| +\\|\n`,
      ),
    );
    expect((await shop.run("events", "list", "--limit", "1")).out.split("\n")).toHaveLength(4);
  });

  test("lists parked events with their last error", async () => {
    expect((await shop.run("events", "list", "--status", "parked")).out).toBe(
      "No event is parked.\n",
    );
    set(ids()[1], PARKED);

    expect((await shop.run("events", "list", "--status", "parked")).out).toMatch(
      /product-revised \| product_1 .* 10 +\| +\| test.counter: TypeError: the shelf fell down \|\n$/,
    );
  });

  test("replays the parked events, or the given ones", async () => {
    set(ids()[0], PARKED);
    set(ids()[1], { status: "DELIVERED" });

    expect((await shop.run("events", "replay", "--parked")).out).toBe(
      "1 event will be delivered again.\n",
    );
    expect((await shop.run("events", "replay", ids()[1] ?? "")).out).toBe(
      "1 event will be delivered again.\n",
    );
    expect([...rows().values()].map(({ status, attempts }) => [status, attempts])).toEqual([
      ["PENDING", 0],
      ["PENDING", 0],
    ]);
  });

  test("drops the given events, and prints what they were", async () => {
    const [first, second] = ids();

    expect((await shop.run("events", "drop", first ?? "", "--yes")).out).toBe(
      `Dropped: ${first}, catalog.product-created of product_1, sequence 1\n`,
    );
    expect(ids()).toEqual([second]);
  });

  test("names unknown ids, and changes nothing", async () => {
    const [first = ""] = ids();
    set(first, PARKED);

    await expect(shop.run("events", "replay", first, "unknown-1", "unknown-2")).rejects.toThrow(
      new EventsNotFound(["unknown-1", "unknown-2"]).message,
    );
    await expect(shop.run("events", "drop", first, "unknown-1", "--yes")).rejects.toThrow(
      EventsNotFound,
    );
    expect(rows().get(first)?.status).toBe("PARKED");
  });

  test("drops no delivered event", async () => {
    const [first = "", second = ""] = ids();
    set(second, { status: "DELIVERED" });

    await expect(shop.run("events", "drop", first, second, "--yes")).rejects.toThrow(
      EventsDelivered,
    );
    expect(ids()).toHaveLength(2);
  });

  test.each([
    "events replay",
    "events replay a --parked",
    "events drop a",
    "events list --limit 0",
    "events list --limit x",
    "events list --status lost",
    "work drop a",
    "work retry",
  ])("%s is an incomplete command", async (line) => {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const needs = { out, withApp: () => Promise.reject(new Error("It ran all the same.")) };
    const program = plinth({ version: "1.2.3", out, err } as never, [
      eventsCommand(needs),
      workCommand(needs),
    ]);

    expect(await runPlinth(program, line.split(" "))).toBe(2);
    expect(String(err.read())).toContain("error:");
  });

  test("a guest may call none of the operations for events and work", async () => {
    const { operations } = shop;
    for (const call of [
      () => operations.listEvents({ status: "PENDING", limit: 1 }, GUEST),
      () => operations.replayEvents({ which: "parked" }, GUEST),
      () => operations.dropEvents({ ids: [] }, GUEST),
      () => operations.listWork({ status: "PENDING", limit: 1 }, GUEST),
      () => operations.retryWork({ ids: [] }, GUEST),
      () => operations.dropWork({ ids: [] }, GUEST),
    ])
      await expect(call()).rejects.toThrow(PermissionDenied);
  });
});

describe("plinth work", () => {
  let shop: ReturnType<typeof cliShop>;
  const works = () => shop.database.rows<StoredWork>("work");
  const plan = (changes: Partial<StoredWork> = {}): string => {
    const id = numberedIds().next("work");
    works().set(id, {
      id,
      kind: "pricing.change-price",
      subject: "variant_1",
      dueAt: new Date("2027-01-01T00:00:00.000Z"),
      facts: {},
      status: "PENDING",
      everyMs: null,
      attempts: 0,
      lastError: null,
      doneAt: null,
      ...changes,
    });
    return id;
  };

  beforeEach(() => {
    shop = cliShop();
  });

  test("lists scheduled work, and how often it recurs", async () => {
    const id = plan({ everyMs: 3_600_000 });

    const { out } = await shop.run("work", "list");

    expect(out).toMatch(
      /^\| Id +\| Kind +\| Subject +\| Due +\| Every +\| Attempts +\| Last error \|\n/,
    );
    expect(out).toMatch(
      new RegExp(
        `\n\\| ${id} +\\| pricing.change-price +\\| variant_1 +\\| 2027-01-01T00:00:00.000Z +\\| 1 h +\\| 0 +\\| +\\|\n`,
      ),
    );
    expect((await shop.run("work", "list", "--status", "done")).out).toBe("No work is done.\n");
  });

  test("does parked work now", async () => {
    const id = plan({ status: "PARKED", attempts: 10 });

    expect((await shop.run("work", "retry", id)).out).toBe("1 piece of work will be done now.\n");
    expect(works().get(id)).toMatchObject({
      status: "PENDING",
      attempts: 0,
      dueAt: new Date("2026-01-01T12:00:00.000Z"),
    });
  });

  test("drops the given work and prints what it was, but no recurring work", async () => {
    const id = plan();
    expect((await shop.run("work", "drop", id, "--yes")).out).toBe(
      `Dropped: ${id}, pricing.change-price of variant_1, due 2027-01-01T00:00:00.000Z\n`,
    );
    await expect(shop.run("work", "drop", id, "--yes")).rejects.toThrow(WorkNotFound);

    const round = plan({ everyMs: 1 });
    await expect(shop.run("work", "drop", round, "--yes")).rejects.toThrow(WorkRecurs);
    expect(works().size).toBe(1);
  });
});
