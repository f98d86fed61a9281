using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrderToCash.Tax.Tests.Vectors;

/// <summary>Cases about one line or one price.</summary>
internal static class VectorLines
{
    private static readonly LocalDate DayZero = new(2026, 1, 1);

    internal static Dictionary<string, object?> Line(JsonElement vector)
    {
        var inputs = vector.GetProperty("inputs");
        var program = VectorTaxes.Program(inputs);
        var price = inputs.Number("price_unit") * (1 - inputs.Number("discount_percent") / 100);
        var quantity = inputs.Number("quantity", 1);
        var step = inputs.Number("precision_rounding", 0.01m);
        // Rounded per line on the line's grid; unrounded figures compare to six digits; without a method the line is Tryton's.
        var (line, grid) = inputs.Text("rounding_method") switch
        {
            "round_per_line" => (program.Line(price, quantity, roundTo: step), step),
            "round_globally" => (program.Line(price, quantity), 0.000001m),
            "" => (program.Line(price, quantity), step),
            var method => throw new InvalidDataException($"rounding_method '{method}'"),
        };
        return new()
        {
            ["total_excluded"] = Shown(line.Net, grid),
            ["total_included"] = Shown(line.Gross, grid),
            ["taxes"] = line.Taxes.Select(t => new Dictionary<string, object?>
            {
                ["base"] = Shown(t.Base, grid), ["tax"] = Shown(t.Tax, grid), ["is_reverse_charge"] = t.IsCounterTax,
            }).ToList(),
        };
    }

    internal static Dictionary<string, object?> PriceMapping(JsonElement vector)
    {
        var inputs = vector.GetProperty("inputs");
        var mapped = VectorTaxes.Program(inputs, "original_taxes")
            .MapPrice(ExactAmount.Of(inputs.Number("price_unit")), VectorTaxes.Program(inputs, "new_taxes"));
        return new() { ["price_unit"] = Shown(mapped, 0.000001m) };
    }

    internal static Dictionary<string, object?> ReverseUnitPrice(JsonElement vector)
    {
        var inputs = vector.GetProperty("inputs");
        var line = VectorTaxes.Program(inputs).Line(inputs.Number("gross_unit_price"), 1, PriceMeaning.Gross);
        return new() { ["net_unit_price"] = Shown(line.Net, 0.0000000001m) };
    }

    internal static Dictionary<string, object?> Validity(JsonElement vector)
    {
        var inputs = vector.GetProperty("inputs");
        var validities = inputs.Items("taxes").Select(t => t.Text("validity")).ToArray();
        var dated = VectorTaxes.Of(inputs).Select((t, i) => t with { From = Day(validities[i], "start="), Until = Day(validities[i], "end=") });
        var on = validities.Select(v => Day(v, @"\bon ")).FirstOrDefault(d => d is not null) ?? DayZero;
        var program = Expect.Success(TaxProgram.Compile(TaxDefinition.HoldingOn(dated, on)));
        var price = inputs.Number("price_unit");
        var line = program.Line(price, inputs.Number("quantity", 1));
        var gross = program.Line(price, 1).Gross;
        Assert.Equal(ExactAmount.Of(price), program.Line(gross, ExactAmount.Of(1), PriceMeaning.Gross).Net);
        return new()
        {
            ["tax_amounts"] = line.Taxes.Select(t => (object?)Shown(t.Tax, 0.01m)).ToList(),
            ["gross_unit_price_that_reverses_to_100"] = Shown(gross, 0.0000000001m),
        };
    }

    internal static Dictionary<string, object?> DocumentRounding(JsonElement vector)
    {
        var inputs = vector.GetProperty("inputs");
        var line = inputs.GetProperty("line");
        var step = inputs.Number("rounding", 0.01m);
        var currency = Currency.Custom("QQD", (step / 1.0000000000000000000000000000m).Scale);
        var priced = new TaxDocumentLine
        {
            Price = UnitPrice.Of(line.Number("price_unit"), currency),
            Quantity = Quantity.Pieces(line.Number("quantity", 1)),
            Discount = Percentage.Of(line.Number("discount_percent")),
            Taxes = VectorTaxes.Of(line),
        };
        var document = Expect.Success(TaxDocuments.Compute(new()
        {
            Currency = currency,
            Step = Money.Of(step, currency),
            Lines = Enumerable.Repeat(priced, (int)inputs.Number("times", 1)).ToEquatableArray(),
            Rounding = VectorDocument.Rounding(inputs.Text("rounding_method")) == TaxRounding.PerLine ? TaxRounding.LineNetsAndTaxes : TaxRounding.LineNets,
        }));
        return new() { ["base"] = document.Net.Document.Amount, ["tax"] = document.Tax.Document.Amount, ["total"] = document.Total.Document.Amount };
    }

    private static OnGrid Shown(ExactAmount amount, decimal step) => OnGrid.Of(amount, step);

    // "start=d0+1,end=d0+5, on d0": days counted from any day zero.
    private static LocalDate? Day(string validity, string before)
    {
        var match = Regex.Match(validity, before + @"\s*d0\s*(?:([+-])\s*(\d+))?");
        if (!match.Success) return null;
        var days = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return DayZero.PlusDays(match.Groups[1].Value == "-" ? -days : days);
    }
}
