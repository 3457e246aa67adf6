import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { Markets } from "../ports/markets.js";

/** All markets: the default one first, then by key. */
export const readMarkets = useCase(
  anybody,
  ({ markets }: { readonly markets: Markets }) =>
    () =>
      markets.all(),
);
