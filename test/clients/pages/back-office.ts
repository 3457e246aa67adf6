import { useFragment as unmask } from "./gql/fragment-masking.js";
import {
  PlinthFieldChangeFragmentDoc,
  PlinthUserErrorFragmentDoc,
  type ProductUpdateDocument,
} from "./gql/graphql.js";
import type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";

export const renamed: VariablesOf<typeof ProductUpdateDocument> = {
  input: {
    id: "product_01kadq0h8efr4tmr9bk39h1y0c",
    expectedVersion: 3,
    changes: { title: "Tall mug", vendor: null },
  },
};

/** What the form says beside each field. */
export const problems = ({
  productUpdate,
}: ResultOf<typeof ProductUpdateDocument>): readonly string[] =>
  productUpdate.userErrors.map((masked) => {
    const refusal = unmask(PlinthUserErrorFragmentDoc, masked);
    switch (refusal.__typename) {
      case "StaleVersionError":
        return `Somebody else changed it: version ${refusal.currentVersion ?? "?"} is there now.`;
      case "TakenError":
        return `${refusal.taken} belongs to something else.`;
      default:
        return `${refusal.path.join(".")}: ${refusal.message}`;
    }
  });

export const changed = ({
  productUpdate,
}: ResultOf<typeof ProductUpdateDocument>): readonly string[] =>
  productUpdate.changes.map((masked) => {
    const { path, after } = unmask(PlinthFieldChangeFragmentDoc, masked);
    const now: unknown = after;
    return `${path}: ${JSON.stringify(now)}`;
  });
