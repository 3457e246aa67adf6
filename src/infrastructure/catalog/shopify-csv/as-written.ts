import { oneLine } from "../../../domain/shared/text.js";
import {
  fromSafeBarcode,
  fromSafeIdentifier,
  safeCell,
  toSafeBarcode,
} from "../../shared/csv/safe-cell.js";
import { barcodeDamage, identifierDamage, type IdentifierDamage } from "./identifier-damage.js";

// A shop may have the SKU `1E+5` or `####`, which look like what spreadsheets leave of others. In
// exported files an apostrophe says that they are as written: spreadsheets keep it, and the text
// behind it. Each further apostrophe counts, so that every identifier is read back unchanged.
// Shopify puts one apostrophe before every barcode, also before a destroyed one: there it takes two.
const [SKU_MARK, BARCODE_MARK] = ["'", "''"];

type Damage = (text: string) => IdentifierDamage | null;

/** Whether a text is an identifier that looks destroyed, behind as many apostrophes as there are. */
const looksDestroyed = (text: string, damageOf: Damage): boolean =>
  damageOf(text.replace(/^'+/, ""))?.isCertain === true;

export const writtenSku = (sku: string | null | undefined): string => {
  if (!sku) return "";
  return looksDestroyed(sku, identifierDamage) ? SKU_MARK + sku : safeCell(sku);
};

export const readSku = (cell: string): string => {
  const text = cell.normalize("NFC").trim();
  return oneLine(isSkuAsWritten(cell) ? text.slice(SKU_MARK.length) : fromSafeIdentifier(cell));
};

/** Whether a cell says that its SKU is no remainder of another one. */
export const isSkuAsWritten = (cell: string): boolean => isMarked(cell, SKU_MARK, identifierDamage);

export const writtenBarcode = (barcode: string | null | undefined): string => {
  if (!barcode) return "";
  return looksDestroyed(barcode, barcodeDamage) ? BARCODE_MARK + barcode : toSafeBarcode(barcode);
};

export const readBarcode = (cell: string): string =>
  isBarcodeAsWritten(cell)
    ? cell.normalize("NFC").trim().slice(BARCODE_MARK.length)
    : fromSafeBarcode(cell);

export const isBarcodeAsWritten = (cell: string): boolean =>
  isMarked(cell, BARCODE_MARK, barcodeDamage);

const isMarked = (cell: string, mark: string, damageOf: Damage): boolean => {
  const text = cell.normalize("NFC").trim();
  return text.startsWith(mark) && looksDestroyed(text, damageOf);
};
