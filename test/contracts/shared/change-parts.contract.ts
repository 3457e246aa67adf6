import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Call, Change } from "../../../src/application/shared/change.js";
import type { IdempotencyKey } from "../../../src/application/shared/idempotency-keys.js";
import { PreparationTimedOut } from "../../../src/application/shared/prepare-in-time.js";
import { StoreUnavailable, type UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { GUEST } from "../../../src/application/shared/viewer.js";
import { collectedLog } from "../../fakes/collected-log.js";
import {
  type Climb,
  climbKey,
  type ClimbStore,
  guidedClimb,
  insistentClimb,
  NoWeather,
} from "./climb.js";

const call = (key: Partial<IdempotencyKey> | null = {}, more: Partial<Call> = {}): Call => ({
  key: key && climbKey(key),
  dryRun: false,
  problems: [],
  ...more,
});

/** What happens outside of the unit of work of a change. Run over the fake, SQLite and MySQL. */
export const changePartsContract = (
  name: string,
  open: () => Promise<ClimbStore>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`the parts of a change: ${name}`, () => {
    let store: ClimbStore;
    let climbing: Change<Climb, { readonly height: number; readonly weather: string }>;
    let forecasts: number;
    let postcards: (number | string | null)[];
    let forecast: (signal: AbortSignal) => Promise<string>;
    let postcard: (height: number, signal: AbortSignal) => Promise<void>;
    let log = collectedLog();
    const height = () => store.unitOfWork.run(({ settings }) => settings.get("height"));
    const climbingWith = (unitOfWork: ClimbStore["unitOfWork"], climb = guidedClimb) =>
      climb({
        unitOfWork,
        idempotencyKeyReads: store.idempotencyKeyReads,
        clock: { now: () => new Date("2026-01-01T12:00:00.000Z") },
        log,
        forecast: async (_, signal) => {
          forecasts += 1;
          return forecast(signal);
        },
        postcard: (at, signal) => postcard(at, signal),
      });

    beforeEach(async () => {
      store = await open();
      [forecasts, postcards] = [0, []];
      log = collectedLog();
      forecast = async () => "sunny";
      postcard = async (at) => void postcards.push(at);
      climbing = climbingWith(store.unitOfWork);
    });
    afterEach(async () => store.close?.());
    afterAll(end);

    test("are in order: prepared before, decided on what was prepared, and followed up after the commit", async () => {
      postcard = async () => void postcards.push(await height());

      expect(await climbing({ by: 3 }, GUEST)).toEqual({
        result: { height: 3, weather: "sunny" },
        refusals: [],
        replayed: false,
      });
      expect([forecasts, postcards]).toEqual([1, ["3"]]);
    });

    test("are prepared once, when the unit of work runs twice", async () => {
      await climbingWith(twice(store.unitOfWork))({ by: 3 }, GUEST, call());

      expect([forecasts, await height(), postcards]).toEqual([1, "3", [3]]);
    });

    test("are replayed without preparing or following up again", async () => {
      await climbing({ by: 3 }, GUEST, call());
      const again = await climbing({ by: 3 }, GUEST, call());

      expect(again).toEqual({
        result: { height: 3, weather: "sunny" },
        refusals: [],
        replayed: true,
      });
      expect([forecasts, postcards]).toEqual([1, [3]]);
    });

    test("are followed up again in a replay, when they are made so, and not decided again", async () => {
      const insisting = climbingWith(store.unitOfWork, insistentClimb);
      await insisting({ by: 3 }, GUEST, call());
      const again = await insisting({ by: 3 }, GUEST, call());

      expect(again.replayed).toBe(true);
      expect([forecasts, await height(), postcards]).toEqual([1, "3", [3, 3]]);
    });

    test("have one effect and one follow-up, when five copies with one key arrive at once", async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => climbing({ by: 3 }, GUEST, call())),
      );

      for (const { result } of answers) expect(result).toMatchObject({ height: 3 });
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect([await height(), postcards]).toEqual(["3", [3]]);
    });

    test("are replayed when the answer to the commit was lost, and then nobody follows up", async () => {
      await expect(climbingWith(cut(store.unitOfWork))({ by: 3 }, GUEST, call())).rejects.toThrow(
        StoreUnavailable,
      );
      const again = await climbing({ by: 3 }, GUEST, call());

      expect(again).toMatchObject({ result: { height: 3 }, replayed: true });
      expect([forecasts, await height(), postcards]).toEqual([1, "3", []]);
    });

    test("are not prepared for a key that was used for another input", async () => {
      await climbing({ by: 3 }, GUEST, call());
      const { refusals } = await climbing({ by: 4 }, GUEST, call({ fingerprints: ["by 4"] }));

      expect(refusals.map(({ code }) => code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
      expect(forecasts).toBe(1);
    });

    test("are refused by the preparation, and the refusal is returned again without preparing", async () => {
      forecast = async () => {
        throw new NoWeather();
      };
      const first = await climbing({ by: 3 }, GUEST, call());
      forecast = async () => "sunny";
      const again = await climbing({ by: 3 }, GUEST, call());

      expect(first.refusals.map(({ code }) => code)).toEqual(["NO_WEATHER"]);
      expect(again).toEqual({ ...first, replayed: true });
      expect([forecasts, await height(), postcards]).toEqual([1, null, []]);
    });

    test("may be sent again with the same key, when the preparation failed with an error", async () => {
      forecast = async () => {
        throw new TypeError("no signal");
      };
      await expect(climbing({ by: 3 }, GUEST, call())).rejects.toThrow(TypeError);
      forecast = async () => "sunny";

      expect(await climbing({ by: 3 }, GUEST, call())).toMatchObject({
        result: { height: 3 },
        replayed: false,
      });
    });

    test("fail, when the preparation takes too long, and may be sent again with the same key", async () => {
      let stopped: AbortSignal | undefined;
      forecast = (signal) => {
        stopped = signal;
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new NoWeather()));
        });
      };
      await expect(climbing({ by: 3 }, GUEST, call())).rejects.toThrow(PreparationTimedOut);
      forecast = async () => "sunny";

      expect(stopped?.aborted).toBe(true);
      expect(await climbing({ by: 3 }, GUEST, call())).toMatchObject({
        result: { height: 3 },
        replayed: false,
      });
    });

    test("are replayed beside a unit of work that does not end", async () => {
      await climbing({ by: 3 }, GUEST, call());
      let end = (): void => undefined;
      let busy: Promise<void> | undefined;
      await new Promise<void>((begun) => {
        busy = store.unitOfWork.run(async () => {
          begun();
          await new Promise<void>((ended) => (end = ended));
        });
      });
      const again = await climbing({ by: 3 }, GUEST, call());
      end();
      await busy;

      expect(again.replayed).toBe(true);
    });

    test("are not followed up, when the decision refuses", async () => {
      const { refusals } = await climbing({ by: 11 }, GUEST, call());

      expect(refusals.map(({ code }) => code)).toEqual(["TOO_HIGH"]);
      expect([forecasts, postcards]).toEqual([1, []]);
    });

    test("answer alike, when the follow-up fails, which is logged and not repeated", async () => {
      postcard = () => {
        postcards.push("lost");
        throw new TypeError("no postbox");
      };
      const first = await climbing({ by: 3 }, GUEST, call());
      const again = await climbing({ by: 3 }, GUEST, call());

      expect(first).toMatchObject({ result: { height: 3 }, refusals: [], replayed: false });
      expect(again.replayed).toBe(true);
      expect(postcards).toEqual(["lost"]);
      expect(log.lines).toMatchObject([
        { level: "error", facts: { operation: "climb", error: new TypeError("no postbox") } },
      ]);
    });

    test("answer without the follow-up, when it takes too long, and tell it so", async () => {
      let stopped: AbortSignal | undefined;
      postcard = (_, signal) => {
        stopped = signal;
        return new Promise(() => undefined);
      };

      expect(await climbing({ by: 3 }, GUEST, call())).toMatchObject({ result: { height: 3 } });
      expect(stopped?.aborted).toBe(true);
      expect(log.lines).toMatchObject([{ level: "warn", facts: { operation: "climb" } }]);
    }, 20_000);

    test("are prepared and never followed up, when they are only tried", async () => {
      const tried = await climbing({ by: 3 }, GUEST, call({}, { dryRun: true }));

      expect(tried).toMatchObject({ result: { height: 3, weather: "sunny" }, replayed: false });
      expect([forecasts, postcards, await height()]).toEqual([1, [], null]);
      expect((await climbing({ by: 3 }, GUEST, call())).replayed).toBe(false);
    });

    test("are not prepared for an input with a problem, which is returned again", async () => {
      const problem = { code: "INVALID_INPUT", message: "Too far.", path: ["by"], facts: {} };
      const first = await climbing({ by: 3 }, GUEST, call({}, { problems: [problem] }));
      const again = await climbing({ by: 3 }, GUEST, call({}, { problems: [problem] }));

      expect(first).toEqual({ result: null, refusals: [problem], replayed: false });
      expect(again).toEqual({ ...first, replayed: true });
      expect([forecasts, postcards]).toEqual([0, []]);
    });
  });
};

/** Rolls the first run of each work back and runs it again, as after a deadlock. */
const twice = <Stores>(unitOfWork: UnitOfWork<Stores>): UnitOfWork<Stores> => ({
  run: async (work) => {
    await unitOfWork
      .run(async (...parameters) => {
        await work(...parameters);
        throw new Deadlock();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Deadlock)) throw error;
      });
    return unitOfWork.run(work);
  },
});

class Deadlock extends Error {}

/** Loses the answer to the commit of whatever has an effect. */
const cut = <Stores>(unitOfWork: UnitOfWork<Stores>): UnitOfWork<Stores> => ({
  run: async (work) => {
    const result = await unitOfWork.run(work);
    if (result === null) return result;
    throw new StoreUnavailable("The connection was lost.");
  },
});
