import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { fileOf, mugRecord, variantRecord } from "../../builders/mug-record.js";

import type { Action, RandomClient } from "./random-client.js";

/** Imports. */
export const importActions = (client: RandomClient): readonly Action[] => {
  const { below, pick, chance, shops, surprises, counts } = client;
  return [
    async () => {
      const records = new Map(
        Array.from({ length: 1 + below(25) }, () => below(40)).map((n) => [
          chance(0.2) ? `slug-${n % 12}` : `imported-${n}`,
          n,
        ]),
      );
      const file = fileOf(
        ...[...records].map(([slug, n]) =>
          mugRecord({
            slug,
            title: `Imported ${below(5)}`,
            collection: `Imported ${n % 2}`,
            metafields: [
              { namespace: "care", key: `imported${n % 2}`, type: "TEXT", value: `v${below(3)}` },
            ],
            variants: [
              variantRecord({
                sku: `IN-${n}`,
                price: `${1 + below(9)}.00`,
                onHand: below(9),
                tracked: true,
              }),
            ],
          }),
        ),
      );
      const report = await pick(shops)
        .importProducts({ file }, OPERATOR)
        .catch((error: unknown) => {
          if (!(error instanceof StoreUnavailable))
            surprises.push(
              `importProducts: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            );
          return null;
        });
      const count = counts.get("import") ?? { done: 0, refused: 0, postponed: 0 };
      counts.set("import", {
        done: count.done + (report ? report.products.created + report.products.updated : 0),
        refused: count.refused + (report?.products.refused ?? 0),
        postponed: count.postponed + (report ? 0 : 1),
      });
    },
  ];
};
