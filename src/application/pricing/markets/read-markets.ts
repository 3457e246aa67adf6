import { useCase } from "../../shared/use-case.js";
import { anybody, type Policy } from "../../shared/viewer.js";
import type { Markets } from "../ports/markets.js";
import { mayReadMarkets } from "../ports/permissions.js";

const allMarkets = (policy: Policy) =>
  useCase(
    policy,
    ({ markets }: { readonly markets: Markets }) =>
      () =>
        markets.all(),
  );

/** All markets: the default one first, then by key. Staff also see on which terms they sell. */
export const readMarkets = { shop: allMarkets(anybody), admin: allMarkets(mayReadMarkets) };
