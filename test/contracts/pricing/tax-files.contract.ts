import { expect, test } from "vitest";
import { exportTaxRates } from "../../../src/application/pricing/import-export/export-tax-rates.js";
import { importTaxRates } from "../../../src/application/pricing/import-export/import-tax-rates.js";
import {
  TAX_FILE,
  type TaxField,
} from "../../../src/application/pricing/import-export/tax-file.js";
import type { Clock } from "../../../src/application/shared/clock.js";
import type { Ids } from "../../../src/application/shared/ids.js";
import type { TableImport, TableReport } from "../../../src/application/shared/table-import.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { csv } from "../../builders/csv-file.js";
import { counts, issuesOf, tableFile, tableText } from "../../builders/table-file.js";
import type { TaxesSubject } from "./taxes.contract.js";

const HEADER = "Zone,Areas,Category,Category name,Tax,Percentage,Compound,Valid from,Valid until";
const EU = csv(
  HEADER,
  "de,DE,standard,Standard goods,VAT,19,,,2027-01-01",
  "de,DE,standard,Standard goods,VAT,20,,2027-01-01,",
  "de,DE,food,Food,VAT,7,,,",
  "qc,CA-QC,standard,,GST,5,false,,",
  "qc,,standard,,QST,9.975,true,2026-01-01T05:00:00+01:00,",
  "es,ES: 35000..35999; PT-20,,,,,,,",
);

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Files of tax rates with their zones and categories. */
export const taxFileTests = (subjectNow: () => TaxesSubject, more: () => Needs): void => {
  const needs = () => ({ ...subjectNow(), ...more() });
  const imported = async (
    content: string,
    options: Partial<TableImport<TaxField>> = {},
  ): Promise<TableReport> =>
    importTaxRates(needs())({ file: await tableFile(TAX_FILE, content), ...options }, OPERATOR);
  const exported = async (): Promise<string> =>
    tableText(TAX_FILE, await exportTaxRates(needs())({}, OPERATOR));

  test("a file of rates makes the zones and categories that it describes, and its export changes nothing", async () => {
    const trial = await imported(EU, { dryRun: true });
    expect((await exported()).split("\r\n")).toHaveLength(2);

    const report = await imported(EU);

    expect(counts(report)).toEqual({ changed: 6, unchanged: 0, removed: 0, refused: 0 });
    expect(trial).toEqual(report);
    const text = await exported();
    expect(text.split("\r\n").slice(1, -1)).toEqual([
      "de,de,DE,OWN_CATEGORY,food,Food,FALSE,VAT,7,FALSE,,",
      "de,de,DE,OWN_CATEGORY,standard,Standard goods,TRUE,VAT,19,FALSE,,2027-01-01",
      "de,de,DE,OWN_CATEGORY,standard,Standard goods,TRUE,VAT,20,FALSE,2027-01-01,",
      "qc,qc,CA-QC,OWN_CATEGORY,standard,Standard goods,TRUE,GST,5,FALSE,,",
      "qc,qc,CA-QC,OWN_CATEGORY,standard,Standard goods,TRUE,QST,9.975,TRUE,2026-01-01T04:00:00.000Z,",
      "es,es,ES: 35000..35999; PT-20,OWN_CATEGORY,,,,,,,,",
    ]);
    const versions = await subjectNow().currentTaxes();
    expect(counts(await imported(text))).toMatchObject({ changed: 0, unchanged: 6 });
    expect(await exported()).toBe(text);
    expect(await subjectNow().currentTaxes()).toEqual(versions);
    expect(counts(await imported(EU))).toMatchObject({ changed: 0, unchanged: 6 });
  });

  test("each rate of a file that cannot be used is refused with its line, and the others are imported", async () => {
    await imported(EU);
    const { issues, onRows } = issuesOf();

    const report = await imported(
      csv(
        HEADER,
        "fr,,standard,,VAT,20,,,",
        "de,,books,,VAT,5,,,",
        "de,FR,standard,,VAT,19,,,",
        "de,,standard,Other,VAT,19,,,",
        "de,,food,,VAT,100,,,",
        "de,,food,,VAT,7 %,,,",
        "de,,standard,,VAT,20,,2026-06-01,",
        "de,,food,,BIO,1,,2027-01-01,2026-01-01",
        "de,,food,,ECO,1,,2027-02-30,",
        "de,,food,,ECO,1,perhaps,,",
        "de,,food,,ECO,1,,,",
        "de,,food,,ECO,2,,,",
        ",,food,,ECO,2,,,",
        "x,DE,,,,,,,",
        "y,XX,,,,,,,",
        "de,,food",
        ",,,,,,,x,",
      ),
      { onRows },
    );

    expect(counts(report)).toEqual({ changed: 1, unchanged: 0, removed: 0, refused: 16 });
    expect(issues).toEqual([
      "2 TAX_ZONE_NOT_FOUND Zone",
      "3 TAX_CATEGORY_NOT_FOUND Category",
      "4 TAX_ZONE_DIFFERS Zone",
      "5 TAX_CATEGORY_DIFFERS Category",
      "6 TAX_RATE_TOO_HIGH Percentage",
      "7 INVALID_TAX_RATE Percentage",
      "8 TAX_RATES_OVERLAP Valid from",
      "9 INVALID_VALIDITY Valid until",
      "10 INVALID_TIME Valid from",
      "11 INVALID_FLAG Compound",
      "13 REPEATED_RATE Tax",
      "14 TAX_ZONE_MISSING Zone",
      "15 TAX_ZONES_OVERLAP Areas",
      "16 UNKNOWN_COUNTRY Areas",
      "17 RAGGED_ROW null",
      "18 EMPTY_ROW Zone",
    ]);
  });

  test("replacing removes the rates of the zones in a file that it does not name, and no others", async () => {
    await imported(EU);
    const before = await exported();
    const file = csv(
      HEADER,
      "de,,standard,,VAT,19,,,2028-01-01",
      "de,,standard,,VAT,21,,2028-01-01,",
    );

    expect(await imported(`${file}de,,none,,VAT,1,,,\n`, { replace: true })).toMatchObject({
      refusedWhole: true,
      refused: 1,
    });
    expect(await exported()).toBe(before);
    const report = await imported(file, { replace: true });

    expect(counts(report)).toEqual({ changed: 2, unchanged: 0, removed: 2, refused: 0 });
    expect(
      (await subjectNow().currentTaxes()).rates
        .map(
          ({ zone, category, tax, partsPerMillion }) =>
            `${zone} ${category} ${tax} ${partsPerMillion}`,
        )
        .toSorted(),
    ).toEqual([
      "de standard VAT 190000",
      "de standard VAT 210000",
      "qc standard GST 50000",
      "qc standard QST 99750",
    ]);
  });
};
