/** What a spreadsheet has probably done to an identifier. */
export interface IdentifierDamage {
  /** Whether the identifier is certainly lost, so that it must not be stored. */
  readonly isCertain: boolean;
  /** For people, after the identifier: is a number in scientific notation. */
  readonly what: string;
}

const MONTHS =
  "jan|ene|gen|feb|f[eé]v|mar|m[aä]r|mrz|apr|avr|abr|may|mai|maj|mei|mag|jun|giu|jul|lug|aug|ago|ao[uû]|sep|set|oct|okt|ott|out|nov|dec|d[eé]c|dez|dic";
const SCIENTIFIC = /^[+-]?(?:\d+(?:[.,]\d+)?\s?E\s?\+\s?\d{1,3}|\d[.,]\d+E\d{1,2})$/i;
const HASHES = /^#{2,}$/;
const ERROR_VALUE =
  /^#(?:NAME\?|NOM\s?\?|REF!|BEZUG!|VALUE!|WERT!|VALEUR!|N\/A|NV|DIV\/0!|NUM!|ZAHL!|NULL!|NUL!|SPILL!|CALC!)$/i;
const NAMED_DATE = new RegExp(
  `^(?:\\d{1,2}[-./ ]{1,2}(?:${MONTHS})[a-z]{0,6}\\.?(?:[-./ ]{1,2}\\d{2,4})?|(?:${MONTHS})\\.?[-./ ]{1,2}\\d{1,4})$`,
  "iu",
);
const DATE =
  /^(?:\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4})$/;
const DECIMAL_OF_NONE = /^\d{4,}[.,]0+$/;
const GROUPED = /^\d{1,3}(?:[.,\u00A0\u202F ]\d{3}){2,}$/;

/** What a spreadsheet has done to a SKU, a handle or an option value, if it shows. */
export const identifierDamage = (value: string): IdentifierDamage | null => {
  if (SCIENTIFIC.test(value))
    return {
      isCertain: true,
      what: "is a number in scientific notation: its last digits are lost",
    };
  if (HASHES.test(value))
    return { isCertain: true, what: "is what a spreadsheet shows when a column is too narrow" };
  if (ERROR_VALUE.test(value))
    return { isCertain: true, what: "is the error of a formula in a spreadsheet" };
  if (NAMED_DATE.test(value) || DATE.test(value))
    return { isCertain: false, what: "looks like a date, which spreadsheets make of 2-3 or MAR2" };
  if (DECIMAL_OF_NONE.test(value))
    return {
      isCertain: false,
      what: "ends like a decimal, which spreadsheets make of whole numbers",
    };
  return null;
};

const GTIN_LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);
const ISBN_10 = 10;
const ZEROS = /0{5,}$/;

/** `identifierDamage` of a barcode, whose digits prove more. */
export const barcodeDamage = (value: string): IdentifierDamage | null => {
  const damage = identifierDamage(value);
  if (damage) return { ...damage, isCertain: damage.isCertain || DECIMAL_OF_NONE.test(value) };
  if (GROUPED.test(value))
    return { isCertain: true, what: "is a number with separators of thousands" };
  if (!/^\d{6,14}$/.test(value) || /^0+$/.test(value)) return null;
  if (GTIN_LENGTHS.has(value.length))
    return ZEROS.test(value) && !isGtin(value)
      ? {
          isCertain: false,
          what: "has a wrong check digit and ends in zeros, as if it was rounded",
        }
      : null;
  const whole = [8, 12, 13]
    .filter((length) => length > value.length)
    .map((length) => value.padStart(length, "0"))
    .find(isGtin);
  return whole === undefined || (value.length === ISBN_10 && isIsbn10(value))
    ? null
    : { isCertain: false, what: `lacks leading zeros: ${whole} has the right check digit` };
};

/** Whether the last digit is the check digit of the others (GS1): weights 3 and 1 from the right. */
const isGtin = (digits: string): boolean =>
  [...digits].reduceRight(
    (sum, digit, index) => sum + Number(digit) * ((digits.length - index) % 2 === 0 ? 3 : 1),
    0,
  ) %
    10 ===
  0;

const isIsbn10 = (digits: string): boolean =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * (ISBN_10 - index), 0) % 11 === 0;
