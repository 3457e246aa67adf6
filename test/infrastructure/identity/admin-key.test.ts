import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { AdminKeyFile } from "../../../src/infrastructure/identity/admin-key-file.js";
import { openAdminKey, type AdminKey } from "../../../src/infrastructure/identity/admin-key.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemorySettings } from "../../fakes/in-memory-settings.js";

describe("the admin key", () => {
  let database: InMemoryDatabase;
  const open = (configured: string | null = null) =>
    openAdminKey(
      database.unitOfWork((at) => ({ settings: inMemorySettings(at) })),
      configured,
      null,
    );
  const keyOf = ({ issued }: AdminKey): string => (issued && "key" in issued ? issued.key : "");

  beforeEach(() => {
    database = new InMemoryDatabase();
  });

  test("is made by the first start, and later starts accept it and do not print it again", async () => {
    const first = await open();
    const second = await open();

    expect(keyOf(first)).toMatch(/^plinth_admin_[\w-]{43}$/);
    expect(second.issued).toBeNull();
    expect(second.matches(keyOf(first))).toBe(true);
    expect(second.matches(`${keyOf(first)}x`)).toBe(false);
    expect(second.matches("")).toBe(false);
    expect(second.id).toBe(first.id);
  });

  test("is stored as a hash only", async () => {
    const issued = keyOf(await open());

    expect(issued).not.toBe("");
    expect([...database.rows<string>("setting").values()].join()).not.toContain(issued);
  });

  test("is the same for four processes that start together", async () => {
    const keys = await Promise.all([open(), open(), open(), open()]);
    const issued = keys.map(keyOf).filter((key) => key !== "");

    expect(issued).toHaveLength(1);
    expect(keys.every((key) => key.matches(issued[0] ?? ""))).toBe(true);
  });

  test("can be configured, which replaces the stored one", async () => {
    const issued = keyOf(await open());
    const configured = await open("a-key-from-the-operator-that-is-long-enough");

    expect(configured.issued).toBeNull();
    expect(configured.matches("a-key-from-the-operator-that-is-long-enough")).toBe(true);
    expect(configured.matches(issued)).toBe(false);
    expect(configured.id).toMatch(/^key_[0-9a-f]{24}$/);
  });
});

describe("the admin key in production", () => {
  let folder: string;
  let unitOfWork: UnitOfWork<SettingStores>;
  const open = () => openAdminKey(unitOfWork, null, new AdminKeyFile(folder));
  const written = (): string => readFileSync(join(folder, "admin-key"), "utf8").trim();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "plinth-key-"));
    unitOfWork = new InMemoryDatabase().unitOfWork((at) => ({ settings: inMemorySettings(at) }));
  });

  test("is in a file of its owner, and is never handed on", async () => {
    const first = await open();
    const second = await open();

    expect(first.issued).toEqual({ file: join(folder, "admin-key") });
    expect(second.issued).toBeNull();
    expect(written()).toMatch(/^plinth_admin_[\w-]{43}$/);
    expect(second.matches(written())).toBe(true);
    expect(statSync(join(folder, "admin-key")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["admin-key"]);
  });

  test("is in one file for four processes that start together, and one of them tells it", async () => {
    const keys = await Promise.all([open(), open(), open(), open()]);

    expect(keys.filter(({ issued }) => issued !== null)).toHaveLength(1);
    expect(keys.every((key) => key.matches(written()))).toBe(true);
    expect(readdirSync(folder)).toEqual(["admin-key"]);
  });

  test("is found by the next start when a process dies between storing and telling it", async () => {
    let runs = 0;
    const dying: UnitOfWork<SettingStores> = {
      run: async (work) => {
        const result = await unitOfWork.run(work);
        if (++runs === 2) throw new Error("killed after the commit");
        return result;
      },
    };
    await expect(openAdminKey(dying, null, new AdminKeyFile(folder))).rejects.toThrow("killed");

    const next = await open();

    expect(next.issued).toEqual({ file: join(folder, "admin-key") });
    expect(next.matches(written())).toBe(true);
  });

  test("is not stored where it cannot be written", async () => {
    const nowhere = new AdminKeyFile(join(folder, "none"));

    await expect(openAdminKey(unitOfWork, null, nowhere)).rejects.toThrow("PLINTH_ADMIN_KEY");

    expect((await open()).issued).not.toBeNull();
  });

  test("is no file where the operator has set one", async () => {
    await openAdminKey(
      unitOfWork,
      "a-key-from-the-operator-that-is-long-enough",
      new AdminKeyFile(folder),
    );

    expect(readdirSync(folder)).toEqual([]);
  });
});
