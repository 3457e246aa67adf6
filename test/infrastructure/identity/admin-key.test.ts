import { beforeEach, describe, expect, test } from "vitest";
import { openAdminKey } from "../../../src/infrastructure/identity/admin-key.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemorySettings } from "../../fakes/in-memory-settings.js";

describe("the admin key", () => {
  let database: InMemoryDatabase;
  const open = (configured: string | null = null) =>
    openAdminKey(
      database.unitOfWork((at) => ({ settings: inMemorySettings(at) })),
      configured,
    );

  beforeEach(() => {
    database = new InMemoryDatabase();
  });

  test("is made by the first start, and later starts accept it and do not print it again", async () => {
    const first = await open();
    const second = await open();

    expect(first.issued).toMatch(/^plinth_admin_[\w-]{43}$/);
    expect(second.issued).toBeNull();
    expect(second.matches(first.issued ?? "")).toBe(true);
    expect(second.matches(`${first.issued}x`)).toBe(false);
    expect(second.matches("")).toBe(false);
    expect(second.id).toBe(first.id);
  });

  test("is stored as a hash only", async () => {
    const { issued } = await open();

    expect([...database.rows<string>("setting").values()].join()).not.toContain(issued);
  });

  test("is the same for four processes that start together", async () => {
    const keys = await Promise.all([open(), open(), open(), open()]);
    const issued = keys.flatMap((key) => key.issued ?? []);

    expect(issued).toHaveLength(1);
    expect(keys.every((key) => key.matches(issued[0] ?? ""))).toBe(true);
  });

  test("can be configured, which replaces the stored one", async () => {
    const { issued } = await open();
    const configured = await open("a-key-from-the-operator-that-is-long-enough");

    expect(configured.issued).toBeNull();
    expect(configured.matches("a-key-from-the-operator-that-is-long-enough")).toBe(true);
    expect(configured.matches(issued ?? "")).toBe(false);
    expect(configured.id).toMatch(/^key_[0-9a-f]{24}$/);
  });
});
