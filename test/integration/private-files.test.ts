import { chmodSync, mkdtempSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDataFolder } from "../../src/infrastructure/shared/files/open-data-folder.js";
import { saveFile } from "../../src/infrastructure/shared/files/save-file.js";
import { tightenPermissions } from "../../src/infrastructure/shared/files/tighten-permissions.js";
import { openStore } from "../../src/infrastructure/store.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "./embedded-store.js";

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe.each([0o000, 0o022, 0o377])("with the umask %i", (umask) => {
  let folder: string;
  let before: number;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "plinth-private-")), "shop", "data");
    before = process.umask(umask);
  });
  afterEach(() => void process.umask(before));

  test("the data folder and every file of the store are the owner's only", async () => {
    await openDataFolder(folder);
    const file = join(folder, "plinth.db");
    const store = await openStore({ kind: "embedded", file, deadlines: DEADLINES }, fixedClock());
    const names = readdirSync(folder).filter((name) => name !== "media");
    const modes = names.map((name) => [name, modeOf(join(folder, name))]);
    await store.close();

    expect(modeOf(folder)).toBe(0o700);
    expect(names).toEqual(expect.arrayContaining(["plinth.db", "plinth.db-wal", "plinth.db-shm"]));
    expect(modes).toEqual(names.map((name) => [name, 0o600]));
  });
});

describe("an export", () => {
  test("is the owner's only, also where it replaces a file that others may read", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "plinth-private-")), "products.csv");
    writeFileSync(path, "old");
    chmodSync(path, 0o644);

    await saveFile(path, ["new"]);

    expect(modeOf(path)).toBe(0o600);
  });
});

describe("a store of an earlier release", () => {
  test("is tightened, with its owner's own permissions kept", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plinth-private-"));
    const file = join(folder, "plinth.db");
    writeFileSync(file, "");
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);

    const found = await tightenPermissions([folder, file, `${file}-wal`]);

    expect(found).toEqual([folder, file].map((path) => ({ path, isTightened: true })));
    expect([folder, file].map(modeOf)).toEqual([0o700, 0o600]);
    expect(await tightenPermissions([folder, file])).toEqual([]);
  });

  test("in a folder for everybody leaves the folder to everybody, and says so", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "plinth-private-")), "everybody");
    mkdirSync(folder);
    chmodSync(folder, 0o1777);

    expect(await tightenPermissions([folder])).toEqual([{ path: folder, isTightened: false }]);
    expect(modeOf(folder)).toBe(0o777);
  });
});
