import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { Markets } from "../ports.js";

/** Where the shop sells: all markets, the default one first, then by key. */
export const showMarkets = useCase(
  anybody,
  ({ markets }: { readonly markets: Markets }) =>
    () =>
      markets.all(),
);
