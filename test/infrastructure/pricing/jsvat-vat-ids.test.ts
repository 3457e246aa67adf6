import { describe, expect, test } from "vitest";
import { jsvatVatIds } from "../../../src/infrastructure/pricing/jsvat-vat-ids.js";

describe("a VAT id", () => {
  test.each([
    ["de 136 695 976", "DE136695976"],
    ["FR40303265045", "FR40303265045"],
    ["EL094014201", "EL094014201"],
    ["ATU13585627", "ATU13585627"],
    ["BE-0411.905.847", "BE0411905847"],
    ["CHE-107.787.577 IVA", "CHE107787577IVA"],
    ["GB980780684", "GB980780684"],
    ["XI 980780684", "XI980780684"],
  ])("%s is %s in its plain form", (raw, plain) => {
    expect(jsvatVatIds.check(raw)).toBe(plain);
  });

  test.each([
    ["a wrong checksum", "DE136695977"],
    ["a wrong checksum in Northern Ireland", "XI980780685"],
    ["no prefix", "136695976"],
    ["the code of the country instead of its prefix", "GR094014201"],
    ["the prefix of another country", "FR136695976"],
    ["a country without VAT ids", "US136695976"],
    ["no characters", ""],
    ["too many characters", `DE136695976${" ".repeat(40)}`],
  ])("with %s is refused", (_, raw) => {
    expect(jsvatVatIds.check(raw)).toBeNull();
  });
});
