import { beforeEach } from "vitest";
import { collectionId, definitionId } from "../../builders/fill-shop.js";
import { mediaId, productId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

/** A shop that speaks German, for the tests of one file, with what translates its mug. */
export const translatedShop = () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  const speaking = async (executor: "compiled" | "reference" = "compiled"): Promise<Editing> => {
    const shop = await editing(() => openWorld({ executor }));
    const { data } = await shop.ask("{ markets { id } }");
    await shop.mutate("marketUpdate", {
      id: ((data?.["markets"] ?? []) as { id: string }[])[0]?.id,
      changes: { locales: ["en", "de", "de-AT"] },
    });
    return shop;
  };
  beforeEach(async () => {
    ({ mutate, ask, world } = await speaking());
  });

  const translate = (
    input: object,
    selection = `product { version ${TRANSLATIONS} } changes { path before after }`,
  ) => mutate("productTranslationsSet", { id: MUG, translations: [GERMAN], ...input }, selection);
  const inShop = async (
    query: string,
    locale?: string,
    variables: Record<string, unknown> = { id: MUG },
  ) =>
    send(world, {
      api: "shop",
      viewer: "guest",
      query,
      variables,
      ...(locale !== undefined && { locale }),
    });
  const product = async (locale?: string, fields = SHOWN) =>
    (await inShop(`query ($id: ID!) { product(by: { id: $id }) { ${fields} } }`, locale)).data?.[
      "product"
    ];
  const problems = ({ payload }: { readonly payload: Record<string, unknown> }) =>
    (payload["userErrors"] as { code: string; path: string[] }[]).map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  return {
    speaking,
    world: () => world,
    mutate: (...input: Parameters<Editing["mutate"]>) => mutate(...input),
    ask: (...question: Parameters<Editing["ask"]>) => ask(...question),
    translate,
    inShop,
    product,
    problems,
  };
};

/** Has sizes S and L, a custom field of text, and three images. */
export const MUG = productId(5);
export const [BOWL, KITCHEN, WASHING] = [productId(2), collectionId(1), definitionId(9_001)];

export const GERMAN = {
  locale: "DE",
  title: "Becher",
  descriptionHtml: "<p>Fasst Tee.</p>",
  seo: { title: "Becher kaufen", description: null },
  options: [
    {
      name: "Size",
      translation: "Größe",
      values: [
        { value: "S", translation: "Klein" },
        { value: "L", translation: "Groß" },
      ],
    },
  ],
  metafields: [{ namespace: "care", key: "washing", value: "von Hand" }],
  media: [{ id: mediaId(5), alt: "Von vorn" }],
};
export const SHOWN = `title descriptionHtml seo { title } options { name values } metafields { value } metafield(namespace: "care", key: "washing") { value } featuredImage { alt } variants { nodes { optionValues { name value } } } media { nodes { alt } } collections { nodes { title image { alt } } }`;
export const TRANSLATIONS =
  "translations { locale isComplete missing title descriptionHtml seo { title description } options { name translation values { value translation } } metafields { namespace key value } media { mediaId alt } }";
