import { beforeEach, describe, expect, test } from "vitest";
import type { FileId } from "../../../src/domain/media/ids.js";
import { fileName } from "../../../src/domain/media/media-file.js";
import { id } from "../../../src/domain/shared/id.js";
import { collectionId } from "../../builders/fill-shop.js";
import { mediaId, productId } from "../../builders/product-content.js";
import { NOW } from "../../contracts/catalog/catalog-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

const MUG = productId(5);
const FRONT = mediaId(5);
const FILE = id<FileId>("file_01h00000000000000000000077");
const NAME = fileName(FILE, { width: 1_000, height: 750, format: "jpg" });
const STORED = `https://shop.example/media/${NAME}`;
const IMAGES =
  "product { media(first: 20) { nodes { id url width height alt focalPoint { x y } status problem } } } changes { path before after }";

interface Image {
  readonly id: string;
  readonly url: string;
}

const problems = (payload: Record<string, unknown>) =>
  (payload["userErrors"] as { code: string; path: string[]; __typename: string }[]).map(
    ({ __typename, code, path }) => `${__typename} ${code} ${path.slice(1).join(".")}`,
  );
const images = (payload: Record<string, unknown>) =>
  (payload["product"] as { readonly media: { readonly nodes: readonly Image[] } }).media.nodes;

describe("uploaded files", () => {
  let { mutate, ask }: Editing = {} as Editing;
  let database = new InMemoryDatabase();
  beforeEach(async () => {
    database = new InMemoryDatabase();
    const unitOfWork = database.unitOfWork(inMemoryStores);
    ({ mutate, ask } = await editing(() =>
      openWorld({}, { unitOfWork, ...inMemoryReads(database) }),
    ));
    await unitOfWork.run(async ({ mediaFiles }) => {
      const file = { id: FILE, name: NAME, width: 1_000, height: 750, bytes: 9 };
      await mediaFiles.begin(file, NOW);
      await mediaFiles.finish(file, "a".repeat(64), NOW);
    });
  });
  const on = (mutation: string) => async (input: object) =>
    (await mutate(mutation, input, IMAGES)).payload;
  const [add, update] = [on("productMediaAdd"), on("productMediaUpdate")];

  test("become images of a product with their size and focal point", async () => {
    const payload = await add({
      id: MUG,
      media: [{ file: FILE, alt: "New", focalPoint: { x: 0.251, y: 1 } }],
    });

    expect(images(payload).at(-1)).toEqual({
      id: expect.any(String) as string,
      url: STORED,
      width: 1_000,
      height: 750,
      alt: "New",
      focalPoint: { x: 0.25, y: 1 },
      status: "READY",
      problem: null,
    });
  });

  test("replace an external image", async () => {
    const [first] = images(await update({ id: MUG, media: [{ id: FRONT, file: FILE }] }));

    expect(first).toMatchObject({ id: FRONT, url: STORED, alt: "Front" });
  });

  test("become images of a new product and of a collection", async () => {
    const created = await on("productCreate")({
      product: { title: "Jug", media: [{ file: FILE }, { url: "https://img.example/jug.jpg" }] },
    });
    const collection = (
      await mutate(
        "collectionUpdate",
        { id: collectionId(1), changes: { image: { file: FILE, focalPoint: { x: 0, y: 0.5 } } } },
        "collection { image { url width focalPoint { x y } } }",
      )
    ).payload;

    expect(images(created)).toMatchObject([
      { url: STORED, status: "READY" },
      { url: "https://img.example/jug.jpg", width: null, height: null, status: "EXTERNAL" },
    ]);
    expect(collection["collection"]).toEqual({
      image: { url: STORED, width: 1_000, focalPoint: { x: 0, y: 0.5 } },
    });
  });

  test.each([
    [
      "an unknown file",
      { file: "file_01h00000000000000000000078" },
      "NotFoundError FILE_NOT_FOUND",
      "file",
    ],
    [
      "what is no id of a file",
      { file: "../../etc/passwd" },
      "NotFoundError FILE_NOT_FOUND",
      "file",
    ],
    [
      "the address of a stored file that is not there",
      { url: `/media/${NAME.replace("77", "78")}` },
      "NotFoundError FILE_NOT_FOUND",
      "url",
    ],
    [
      "both an address and a file",
      { url: "/media/a.webp", file: FILE },
      "InvalidInputError INVALID_MEDIA",
      "file",
    ],
    ["neither", { alt: "x" }, "InvalidInputError INVALID_MEDIA", "url"],
  ])("are refused for %s", async (_what, image, problem, place) => {
    expect(problems(await add({ id: MUG, media: [{ url: "/media/a.webp" }, image] }))).toEqual([
      `${problem} media.1.${place}`,
    ]);
    expect(
      problems(await on("productCreate")({ product: { title: "Jug", media: [image] } })),
    ).toEqual([`${problem} product.media.0.${place}`]);
    expect(
      problems(
        (await mutate("collectionUpdate", { id: collectionId(1), changes: { image } })).payload,
      ),
    ).toEqual([`${problem} changes.image.${place}`]);
    expect(
      problems(
        (await mutate("collectionCreate", { collection: { title: "Jugs", image } })).payload,
      ),
    ).toEqual([`${problem} collection.image.${place}`]);
  });

  test("are refused together with all other problems", async () => {
    expect(
      problems(
        await update({
          id: MUG,
          media: [
            { id: FRONT, file: "file_x" },
            { id: mediaId(1), alt: "x" },
            { id: mediaId(52), url: "nowhere" },
          ],
        }),
      ).toSorted(),
    ).toEqual([
      "InvalidInputError INVALID_MEDIA media.2.url",
      "NotFoundError FILE_NOT_FOUND media.0.file",
      "NotFoundError MEDIA_NOT_FOUND media.1.id",
    ]);
  });

  test("have a focal point that can be changed and removed, with an entry in the history", async () => {
    const set = await update({ id: MUG, media: [{ id: FRONT, focalPoint: { x: 0.5, y: 0.2 } }] });
    const again = await update({ id: MUG, media: [{ id: FRONT, focalPoint: { x: 0.5, y: 0.2 } }] });
    const kept = await update({ id: MUG, media: [{ id: FRONT, alt: "Anew" }] });
    const gone = await update({ id: MUG, media: [{ id: FRONT, focalPoint: null }] });

    expect(set["changes"]).toEqual([
      { path: `media.${FRONT}.focalPoint`, before: null, after: { x: 0.5, y: 0.2 } },
    ]);
    expect(again["changes"]).toEqual([]);
    expect(images(kept)[0]).toMatchObject({ focalPoint: { x: 0.5, y: 0.2 } });
    expect(gone["changes"]).toEqual([
      { path: `media.${FRONT}.focalPoint`, before: { x: 0.5, y: 0.2 }, after: null },
    ]);
    expect(
      problems(await update({ id: MUG, media: [{ id: FRONT, focalPoint: { x: 1.01, y: -0.1 } }] })),
    ).toEqual([
      "InvalidInputError INVALID_INPUT media.0.focalPoint.x",
      "InvalidInputError INVALID_INPUT media.0.focalPoint.y",
    ]);
  });

  test("have addresses for the requested size and format with the focal point", async () => {
    await add({ id: MUG, at: 0, media: [{ file: FILE, focalPoint: { x: 0.23, y: 0.98 } }] });
    const { data } = await ask(`{ product(by: { id: "${MUG}" }) { featuredImage {
      small: url(width: 300) square: url(width: 100, height: 100, fit: COVER, format: AUTO) box: url(width: 100, height: 9999) jpeg: url(format: JPEG) plain: url
      srcSet own: srcSet(widths: [100, 120, 4000], format: WEBP) asked: srcSet(widths: [640, 300]) empty: srcSet(widths: []) } media(first: 3) { nodes { url(width: 300, format: WEBP) srcSet } } } }`);

    expect(data?.["product"]).toMatchObject({
      featuredImage: {
        small: `${STORED}?w=320`,
        square: `${STORED}?w=160&h=160&fit=cover&focus=0x50&format=auto`,
        box: `${STORED}?w=128`,
        jpeg: `${STORED}?format=jpeg`,
        plain: STORED,
        srcSet: `${STORED}?w=320 320w, ${STORED}?w=640 640w, ${STORED}?w=960 960w, ${STORED} 1000w`,
        asked: `${STORED}?w=320 320w, ${STORED}?w=640 640w`,
        empty: `${STORED}?w=320 320w, ${STORED}?w=640 640w, ${STORED}?w=960 960w, ${STORED} 1000w`,
        own: `${STORED}?w=128&format=webp 128w, ${STORED}?format=webp 1000w`,
      },
      media: {
        nodes: [
          {},
          { url: "https://shop.example/media/mug-5.webp?w=320&format=webp" },
          { url: "https://img.example/side.webp", srcSet: null },
        ],
      },
    });
  });

  test.each(["width: 0", "height: -1", "width: 10001", "width: 1.5"])(
    "refuse the size %s",
    async (size) => {
      const { errors } = await ask(
        `{ product(by: { id: "${MUG}" }) { featuredImage { url(${size}) } } }`,
      );

      expect(errors).toHaveLength(1);
    },
  );
});

describe("external images", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });
  const list = async (status: string) =>
    (
      (
        await ask(
          `{ mediaSources(status: ${status}) { nodes { url status problem attempts dueAt } } }`,
        )
      ).data as { mediaSources: { nodes: unknown[] } }
    ).mediaSources.nodes;

  test("are listed by status, and fetched again on request", async () => {
    expect(await list("FAILED")).toEqual([]);

    const { payload } = await mutate(
      "mediaFetch",
      { urls: ["https://img.example/side.webp"] },
      "count",
    );

    expect(payload).toMatchObject({ count: 1, userErrors: [] });
    expect(await list("PENDING")).toEqual([
      {
        url: "https://img.example/side.webp",
        status: "PENDING",
        problem: null,
        attempts: 0,
        dueAt: NOW.toISOString(),
      },
    ]);
    expect((await mutate("mediaFetch", {}, "count")).payload).toMatchObject({ count: 0 });
  });

  test("are fetched by their addresses only", async () => {
    expect(
      problems(
        (
          await mutate(
            "mediaFetch",
            { urls: ["https://img.example/a.png", "/media/a.png", "nowhere"] },
            "count",
          )
        ).payload,
      ),
    ).toEqual(["InvalidInputError INVALID_MEDIA urls.1", "InvalidInputError INVALID_MEDIA urls.2"]);
  });

  test("are all meant by an empty list of addresses", async () => {
    const [failed, all] = [
      await mutate("mediaFetch", { dryRun: true }, "count"),
      await mutate("mediaFetch", { urls: [], dryRun: true }, "count"),
    ];

    expect(failed.payload).toMatchObject({ userErrors: [] });
    expect(all.payload).toEqual(failed.payload);
  });
});
