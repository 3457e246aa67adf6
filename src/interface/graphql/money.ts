import { LRUCache } from "lru-cache";
import { Arg, Ctx, Field, Int, ObjectType, Resolver, Root } from "type-graphql";
import { fractionDigits } from "../../domain/shared/currency.js";
import { DomainError } from "../../domain/shared/domain-error.js";
import type { Money } from "../../domain/shared/money.js";
import type { GraphqlContext } from "./context.js";
import { FieldResolver } from "./field-resolver.js";
import { CurrencyCode, Decimal } from "./scalars.js";

@ObjectType("Money", { simpleResolvers: true, description: "An exact amount in one currency." })
export class MoneyType {
  @Field(() => Decimal, {
    description:
      'The amount with all digits of the currency: `"12.90"`, `"1290"` (yen), `"1.290"` (dinar).',
  })
  readonly amount!: string;

  @Field(() => String, {
    description:
      "The amount in whole minor units (cents, pence, yen) as a string of digits; calculate with this one.",
  })
  readonly minorUnits!: string;

  @Field(() => CurrencyCode, { description: "The currency of the amount." })
  readonly currency!: string;

  @Field(() => Int, {
    description: "How many digits the currency has behind the decimal separator: 0, 2 or 3.",
  })
  readonly fractionDigits!: number;

  @Field(() => String, {
    description: "The amount as people write it, such as `12,90 €`. For showing only.",
  })
  readonly formatted!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "The lowest and the highest price of a product's variants.",
})
export class PriceRange {
  @Field(() => MoneyType, { description: "What the cheapest variant costs." })
  readonly min!: MoneySource;

  @Field(() => MoneyType, { description: "What the dearest variant costs." })
  readonly max!: MoneySource;
}

export interface MoneySource {
  readonly amount: string;
  readonly minorUnits: string;
  readonly currency: string;
  readonly fractionDigits: number;
}

export const shownMoney = (money: Money): MoneySource => new ShownMoney(money);

/** Writes of an amount what is asked for: there are hundreds of them in a list. */
class ShownMoney implements MoneySource {
  constructor(private readonly money: Money) {}

  get amount(): string {
    return this.money.toDecimal();
  }

  get minorUnits(): string {
    return String(this.money.minorUnits);
  }

  get currency(): string {
    return this.money.currency;
  }

  get fractionDigits(): number {
    return fractionDigits(this.money.currency);
  }
}

@Resolver(() => MoneyType)
export class MoneyResolver {
  @FieldResolver()
  formatted(
    @Root() money: MoneySource,
    @Arg("locale", () => String, {
      nullable: true,
      validate: false,
      description:
        "The language to write it in, as a BCP 47 tag such as `de-AT`. That of the request when not given.",
    })
    locale: string | null,
    @Ctx() context: GraphqlContext,
  ): string {
    return formatted(money, locale ?? context.locale);
  }
}

export class InvalidLocale extends DomainError {
  readonly code = "INVALID_LOCALE";

  constructor(locale: string) {
    super(`"${locale.slice(0, 60)}" is not a language tag of BCP 47, such as "de" or "pt-BR".`);
  }
}

const formats = new LRUCache<string, Intl.NumberFormat>({ max: 200 });
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** @throws InvalidLocale */
const formatted = ({ amount, currency }: MoneySource, locale: string): string => {
  if (!LANGUAGE_TAG.test(locale)) throw new InvalidLocale(locale);
  const key = `${locale} ${currency}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(canonical(locale), { style: "currency", currency });
  formats.set(key, format);
  // Written as text, because a float would round large amounts.
  return format.format(amount as `${number}`);
};

const canonical = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? locale;
  } catch {
    throw new InvalidLocale(locale);
  }
};
