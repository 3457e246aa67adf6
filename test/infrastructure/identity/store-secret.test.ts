import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { KEY_LIFETIME_MS } from "../../../src/application/shared/idempotency-keys.js";
import {
  acceptSecret,
  openStoreSecret,
} from "../../../src/infrastructure/identity/store-secret.js";
import { CannotProceed } from "../../../src/infrastructure/shared/cannot-proceed.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemorySettings } from "../../fakes/in-memory-settings.js";
import { movableClock } from "../../fakes/movable-clock.js";

const [ONE, OTHER, THIRD] = [1, 2, 3].map(() => randomBytes(32).toString("base64url")) as [
  string,
  string,
  string,
];
const DAY = 24 * 60 * 60 * 1000;
const INPUT = '{"email":"ada@shop.example"}';

describe("the secret of the store", () => {
  let database: InMemoryDatabase;
  let clock = movableClock();
  const unitOfWork = () => database.unitOfWork((at) => ({ settings: inMemorySettings(at) }));
  const open = (secret: string | null, previous: string | null = null) =>
    openStoreSecret(unitOfWork(), { secret, previous }, clock);
  const printOf = async (...secrets: Parameters<typeof open>) => (await open(...secrets)).of(INPUT);
  const stored = () => [...database.rows<string>("setting").values()].join();

  beforeEach(() => {
    database = new InMemoryDatabase();
    clock = movableClock();
  });

  test("is made by the first start, and kept by later ones", async () => {
    const [first, ...others] = await printOf(null);

    expect(first).toMatch(/^v2:[\w-]{8}:[\w-]{43}$/);
    expect(others).toEqual([]);
    expect(await printOf(null)).toEqual([first]);
  });

  test("is one for four processes that start together", async () => {
    const prints = await Promise.all([1, 2, 3, 4].map(() => printOf(null)));

    expect(new Set(prints.flat()).size).toBe(1);
  });

  test("makes another fingerprint of the same input in another store", async () => {
    const hash = async () => (await printOf(null))[0].split(":")[2];
    const here = await hash();
    database = new InMemoryDatabase();

    expect(await hash()).not.toBe(here);
  });

  test("is in no store when it is configured, and neither is the input", async () => {
    const [print] = await printOf(ONE);

    expect(stored()).not.toContain(ONE);
    expect(stored()).not.toContain(INPUT);
    expect(print).not.toContain(ONE);
  });

  test.each([
    ["another one", OTHER, null, /^PLINTH_SECRET is not the secret/],
    ["another one beside a wrong previous one", OTHER, THIRD, /^PLINTH_SECRET is not the secret/],
    ["none", null, null, /^This store is used with a PLINTH_SECRET/],
  ])("refuses a process with %s, and says what to do", async (_, secret, previous, message) => {
    await open(ONE);
    const error: unknown = await open(secret, previous).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(CannotProceed);
    const text = (error as Error).message;
    expect(text).toMatch(message);
    expect(text).toContain("plinth secret accept --yes");
    for (const each of [ONE, OTHER, THIRD]) expect(text).not.toContain(each);
    expect(await printOf(ONE)).toHaveLength(1);
  });

  test("is changed with the previous one, whose fingerprints are accepted and not written", async () => {
    const [before] = await printOf(ONE);
    const [now, accepted] = await printOf(OTHER, ONE);

    expect(accepted).toBe(before);
    expect(now).not.toBe(before);
    expect(await printOf(OTHER)).toEqual([now]);
    await expect(open(ONE)).rejects.toThrow(CannotProceed);
  });

  test("may be known to all processes before any of them uses it", async () => {
    const [before] = await printOf(ONE);
    const [still, next] = await printOf(ONE, OTHER);
    const [now, former] = await printOf(OTHER, ONE);

    expect([still, former]).toEqual([before, before]);
    expect(now).toBe(next);
  });

  test("changes from a made one to a configured one without more, and the made one leaves the store after two days", async () => {
    const [made] = await printOf(null);
    const keeper = stored();
    expect(await printOf(ONE)).toEqual([expect.any(String), made]);
    await expect(open(null)).rejects.toThrow(CannotProceed);
    clock.forward(KEY_LIFETIME_MS + 1);
    await open(ONE);

    const secret = (JSON.parse(keeper) as { readonly made: string }).made;
    expect(keeper).toContain(secret);
    expect(stored()).not.toContain(secret);
    expect(await printOf(ONE)).toHaveLength(1);
  });

  test("that is lost is replaced by the command, with the configured one or a new one", async () => {
    await open(ONE);
    await acceptSecret(unitOfWork(), { secret: OTHER, previous: null }, clock);
    expect(stored()).not.toContain(OTHER);
    const [configured] = await printOf(OTHER);
    await expect(open(ONE)).rejects.toThrow(CannotProceed);
    await acceptSecret(unitOfWork(), { secret: null, previous: null }, clock);
    const [made] = await printOf(null);

    expect(made).not.toBe(configured);
    await expect(open(OTHER, ONE)).resolves.toBeDefined();
  });

  test("of a store that a version before has used writes its keys for a day, and reckons with them for two more", async () => {
    await unitOfWork().run(({ settings }) => settings.set("identity.plain-keys", "possible"));
    const fingerprints = await open(ONE);

    expect(fingerprints.plainKeys()).toBe("WRITTEN");
    clock.forward(DAY);
    expect(fingerprints.plainKeys()).toBe("MET");
    clock.forward(KEY_LIFETIME_MS - 1);
    expect(fingerprints.plainKeys()).toBe("MET");
    clock.forward(1);
    expect(fingerprints.plainKeys()).toBe("NONE");
    expect((await open(OTHER, ONE)).plainKeys()).toBe("NONE");
  });

  test("of a new store never reckons with keys of versions before, also when it is lost", async () => {
    expect((await open(null)).plainKeys()).toBe("NONE");
    await acceptSecret(unitOfWork(), { secret: ONE, previous: null }, clock);
    expect((await open(ONE)).plainKeys()).toBe("NONE");
  });

  test("leaves the store as soon as the made one itself is configured", async () => {
    await open(null);
    const { made } = JSON.parse(stored()) as { readonly made: string };
    await open(made);

    expect(stored()).not.toContain(made);
    expect(await printOf(made)).toHaveLength(1);
  });
});
