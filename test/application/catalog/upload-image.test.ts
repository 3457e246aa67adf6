import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { mediaLibrary } from "../../../src/application/catalog/media/media-library.js";
import {
  MediaUnavailable,
  type MediaStorage,
  type Pictures,
} from "../../../src/application/catalog/media/media-ports.js";
import { sweepFiles } from "../../../src/application/catalog/media/sweep-files.js";
import {
  ADMIN_KEY_HOLDER,
  GUEST,
  PermissionDenied,
} from "../../../src/application/shared/viewer.js";
import { ImageUnreadable } from "../../../src/domain/catalog/media-errors.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryMediaStorage } from "../../fakes/catalog/in-memory-media-storage.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const MUG = "a".repeat(64);
const DAY_MS = 24 * 60 * 60_000;

describe("a picture that is taken in", () => {
  let path = "";
  let [drawn, discarded] = [0, 0];
  let database = new InMemoryDatabase();
  let clock = movableClock();
  let storage = inMemoryMediaStorage();
  beforeEach(async () => {
    path = join(await mkdtemp(join(tmpdir(), "plinth-incoming-")), "mug.png");
    await writeFile(path, "a mug");
    [drawn, discarded, database, clock, storage] = [
      0,
      0,
      new InMemoryDatabase(),
      movableClock(),
      inMemoryMediaStorage(),
    ];
  });
  const pictures: Pictures = {
    redraw: async (from) => {
      drawn += 1;
      return {
        path: from,
        width: 800,
        height: 600,
        bytes: 5,
        format: "webp",
        discard: async () => void (discarded += 1),
      };
    },
  };
  const library = (media: { readonly storage?: MediaStorage; readonly pictures?: Pictures } = {}) =>
    mediaLibrary({
      unitOfWork: database.unitOfWork(inMemoryStores),
      clock,
      ids: numberedIds(),
      media: { pictures, storage, ...media },
    });
  const sweep = () =>
    database.unitOfWork(inMemoryStores).run((stores) => sweepFiles.run(clock.now(), stores));

  test("is drawn, stored, and known by its id, its address and its size", async () => {
    const uploaded = await library().uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);

    expect(uploaded).toEqual({
      id: "file_01h00000000000000000000001",
      name: "01h00000000000000000000001-800x600.webp",
      url: "/media/01h00000000000000000000001-800x600.webp",
      width: 800,
      height: 600,
      bytes: 5,
    });
    expect([storage.names(), drawn, discarded]).toEqual([[uploaded.name], 1, 1]);
  });

  test("is drawn and stored once, however often it comes", async () => {
    const shop = library();
    const first = await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);
    const again = await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);

    expect(again).toEqual(first);
    expect([storage.names().length, drawn]).toEqual([1, 1]);
  });

  test("twice at the same time ends as one, and the other one's bytes are removed later", async () => {
    const shop = library();
    const [one, other] = await Promise.all(
      [1, 2].map(() => shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER)),
    );
    expect(one).toEqual(other);
    expect(storage.names()).toHaveLength(2);

    clock.forward(DAY_MS);
    expect(await shop.removeDoomedFiles({}, ADMIN_KEY_HOLDER)).toBe(1);

    expect(storage.names()).toEqual([one?.name]);
  });

  test("is for staff only", async () => {
    await expect(library().uploadImage({ path, sha256: MUG }, GUEST)).rejects.toThrow(
      PermissionDenied,
    );
    expect(drawn).toBe(0);
  });

  test("that cannot be drawn or stored is not there, and can be sent again", async () => {
    await expect(
      library({ pictures: { redraw: () => Promise.reject(new ImageUnreadable()) } }).uploadImage(
        { path, sha256: MUG },
        ADMIN_KEY_HOLDER,
      ),
    ).rejects.toThrow(ImageUnreadable);
    const out = { ...storage, put: () => Promise.reject(new MediaUnavailable("out")) };
    await expect(
      library({ storage: out }).uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER),
    ).rejects.toThrow(MediaUnavailable);
    expect([drawn, discarded]).toEqual([1, 1]);

    expect(await library().uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER)).toMatchObject({
      width: 800,
    });
  });

  test("that nobody uses is removed after a week, first for everybody and then its bytes", async () => {
    const shop = library();
    await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);
    clock.forward(8 * DAY_MS);

    expect(await sweep()).toBe("done");
    expect([await shop.removeDoomedFiles({}, ADMIN_KEY_HOLDER), storage.names().length]).toEqual([
      0, 1,
    ]);
    clock.forward(DAY_MS);
    expect([await shop.removeDoomedFiles({}, ADMIN_KEY_HOLDER), storage.names().length]).toEqual([
      1, 0,
    ]);
  });

  test("stays noted while the store is out, so that its bytes are removed in the end", async () => {
    const shop = library();
    await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);
    clock.forward(8 * DAY_MS);
    await sweep();
    clock.forward(DAY_MS);

    await expect(
      library({
        storage: { ...storage, remove: () => Promise.reject(new MediaUnavailable("out")) },
      }).removeDoomedFiles({}, ADMIN_KEY_HOLDER),
    ).rejects.toThrow(MediaUnavailable);

    expect(await shop.removeDoomedFiles({}, ADMIN_KEY_HOLDER)).toBe(1);
  });
});
