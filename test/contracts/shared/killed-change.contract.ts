import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GUEST } from "../../../src/application/shared/viewer.js";
import type { Database } from "../../../src/infrastructure/shared/config/database-config.js";
import { systemClock } from "../../../src/infrastructure/shared/system-clock.js";
import { openStore } from "../../../src/infrastructure/store.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { climbKey, guidedClimb } from "./climb.js";

/** A process that ends without a word between the commit of a change and what follows it. */
export const killedChangeContract = (
  name: string,
  open: (folder: string) => Promise<{ readonly database: Database; readonly drop?: () => unknown }>,
): void => {
  describe(`a process that is killed after a commit: ${name}`, () => {
    let folder: string;
    let opened: Awaited<ReturnType<typeof open>>;

    beforeAll(async () => {
      const compiler = [join("node_modules", "typescript", "bin", "tsc"), "-p", "test/kills"];
      const { status, stdout } = spawnSync(process.execPath, compiler, { encoding: "utf8" });
      expect(stdout + String(status)).toBe("0");
      folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
      opened = await open(folder);
    });
    afterAll(async () => {
      await opened.drop?.();
      await rm(folder, { recursive: true, force: true });
    });

    test("has made the change, which is replayed without preparing it or following it up", async () => {
      const journal = join(folder, "journal");
      const victim = spawn(process.execPath, [".cache/kills/test/kills/killed-change.js"], {
        stdio: ["ignore", "inherit", "inherit"],
        env: {
          ...process.env,
          PLINTH_TEST_KILLS: JSON.stringify({ database: opened.database, journal }),
        },
      });
      const [, signal] = (await once(victim, "exit")) as [null, string];

      const store = await openStore(opened.database, systemClock);
      const happened: string[] = [];
      const climbing = guidedClimb({
        unitOfWork: store.unitOfWork,
        idempotencyKeyReads: store.idempotencyKeyReads,
        clock: systemClock,
        log: collectedLog(),
        forecast: async () => {
          happened.push("prepared");
          return "rainy";
        },
        postcard: async () => void happened.push("followed up"),
      });
      const again = await climbing({ by: 3 }, GUEST, {
        key: climbKey(),
        dryRun: false,
        problems: [],
      });
      const height = await store.unitOfWork.run(({ settings }) => settings.get("height"));
      await store.close();

      expect([signal, await readFile(journal, "utf8")]).toEqual(["SIGKILL", "prepared\n"]);
      expect(again).toEqual({
        result: { height: 3, weather: "sunny" },
        refusals: [],
        replayed: true,
      });
      expect([height, happened]).toEqual(["3", []]);
    });
  });
};
