import { applicableLists } from "../../../domain/pricing/price-lists/applicable-lists.js";
import type { Clock } from "../../shared/clock.js";
import { useCase } from "../../shared/use-case.js";
import { LIST_WITHOUT_PRICES, type ShoppingContext } from "../../shared/shopping-context.js";
import { anybody } from "../../shared/viewer.js";
import type { Markets, MarketView } from "../ports/markets.js";
import { UnknownLocale, UnknownMarket } from "./errors.js";

/** The market and the language of a request; null for the default. */
interface ChooseMarket {
  readonly market: string | null;
  /** A BCP 47 tag, in any case. */
  readonly locale: string | null;
}

interface ChosenMarket {
  readonly market: MarketView;
  /** The language of the response, as the market writes it. */
  readonly locale: string;
  readonly shoppingContext: ShoppingContext;
}

/** Finds the market and the language of a request. @throws UnknownMarket, UnknownLocale */
export const chooseMarket = useCase(
  anybody,
  ({ markets, clock }: { readonly markets: Markets; readonly clock: Clock }) =>
    async ({ market: key, locale: tag }: ChooseMarket, { kind }): Promise<ChosenMarket> => {
      const all = await markets.all();
      const defaultMarket = all.find(({ isDefault }) => isDefault);
      const market = key === null ? defaultMarket : all.find((one) => one.key === key);
      if (!defaultMarket || !market)
        throw new UnknownMarket(
          key ?? "",
          all.map((one) => one.key),
        );
      const locale =
        tag === null
          ? market.locales[0]
          : market.locales.find((one) => one.toLowerCase() === tag.toLowerCase());
      if (locale === undefined) throw new UnknownLocale(tag ?? "", market.locales);
      const { currency, priceLists } = market;
      const moment = clock.now();
      const valid = applicableLists(priceLists, { market, customerGroup: null }, moment);
      const hasPrices = valid.length > 0 || currency === defaultMarket.currency;
      return {
        market,
        locale,
        shoppingContext: {
          market: market.key,
          moment,
          currency,
          priceLists: hasPrices ? valid.map(({ id }) => id) : [LIST_WITHOUT_PRICES],
          locale: locale === defaultMarket.locales[0] ? null : locale,
          ...(market.locations && { locations: market.locations.map(({ id }) => id) }),
          salesChannel: kind === "guest" ? "WEB" : "STAFF",
        },
      };
    },
);
