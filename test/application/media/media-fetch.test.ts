import { beforeEach, describe, expect, test } from "vitest";
import { media } from "../../../src/application/media/media.js";
import type { MediaSource } from "../../../src/application/media/ports/media-sources.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryMediaSourceReads } from "../../fakes/media/in-memory-media-files.js";

const FAILED: readonly MediaSource[] = ["a", "b"].map((name) => ({
  id: `https://img.example/${name}.png`,
  url: `https://img.example/${name}.png`,
  status: "FAILED",
  problem: null,
  attempts: 5,
  dueAt: null,
  file: null,
}));

describe("images that could not be fetched", () => {
  let database = new InMemoryDatabase();
  beforeEach(() => {
    database = new InMemoryDatabase();
    for (const source of FAILED) database.rows<MediaSource>("media-source").set(source.id, source);
  });
  const fetchAgain = (urls?: readonly string[] | null) =>
    media({
      unitOfWork: database.unitOfWork(inMemoryStores),
      clock: fixedClock(),
      mediaSourceReads: inMemoryMediaSourceReads(database),
    }).mediaFetch({ urls }, ADMIN_KEY_HOLDER);

  test.each([[undefined], [null], [[]]])(
    "are all fetched again when %j are named",
    async (urls) => {
      expect(await fetchAgain(urls)).toMatchObject({ result: { count: 2 } });
    },
  );

  test("are fetched again alone when they are named", async () => {
    expect(await fetchAgain(["https://img.example/b.png"])).toMatchObject({ result: { count: 1 } });
  });
});
