using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Tax.Tests.Vectors;

/// <summary>Reads the taxes of a line. Taxes without an id are the same on two lines when all they say is the same.</summary>
internal static class VectorTaxes
{
    internal static EquatableArray<TaxDefinition> Of(JsonElement holder, string name = "taxes")
    {
        var seen = new Dictionary<string, int>();
        return holder.Items(name).Select(t => Tax(t, seen)).ToEquatableArray();
    }

    internal static TaxProgram Program(JsonElement holder, string name = "taxes") => Expect.Success(TaxProgram.Compile(Of(holder, name)));

    private static TaxDefinition Tax(JsonElement tax, Dictionary<string, int> seen) => new()
    {
        Id = Id(tax, seen),
        Kind = Kind(tax.Text("kind")),
        Amount = tax.Number("amount"),
        Sequence = (int)tax.Number("sequence", 1),
        PriceIncluded = tax.Flag("price_included"),
        AddsToBaseOfLaterTaxes = tax.Flag("adds_to_base_of_later_taxes"),
        IgnoresEarlierTaxes = !tax.Flag("base_affected_by_earlier_taxes", absent: true),
        Factors = tax.Items("factors_percent").Select(f => Percentage.Of(f.Number())).ToEquatableArray(),
        Group = Group(tax.Text("tax_group", absent: "1")),
        Children = tax.Items("children").Select(c => Tax(c, seen)).ToEquatableArray(),
    };

    private static TaxKind Kind(string kind) => kind switch
    {
        "percent" => TaxKind.Percent,
        "fixed" => TaxKind.FixedPerQuantity,
        "division" => TaxKind.Division,
        "group" => TaxKind.Group,
        _ => throw new InvalidDataException($"kind '{kind}'"),
    };

    private static string Id(JsonElement tax, Dictionary<string, int> seen)
    {
        if (tax.Text("id") is { Length: > 0 } id) return id;
        var text = tax.GetRawText();
        seen[text] = seen.GetValueOrDefault(text) + 1;
        return $"{text}#{seen[text]}";
    }

    // "2|preceding_subtotal=PRE GROUP 1": the group, and the heading before it.
    private static TaxGroup Group(string text)
    {
        var parts = text.Split('|', 2);
        return new()
        {
            Id = parts[0],
            Sequence = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
            Subtotal = parts.Length == 2 ? parts[1].Split('=', 2)[1] : "",
        };
    }
}
