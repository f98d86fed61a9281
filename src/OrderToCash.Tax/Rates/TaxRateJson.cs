using System.Text.Json;

namespace OrderToCash.Tax;

/// <summary>Rates in JSON.</summary>
internal static class TaxRateJson
{
    internal static TaxRateFile Read(string text)
    {
        var rows = new TaxRateRows();
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 8 });
            var list = document.RootElement;
            if (list.ValueKind == JsonValueKind.Object && !list.TryGetProperty("rates", out list)
                || list.ValueKind != JsonValueKind.Array)
                return Malformed(rows, "there is no list of rates");
            foreach (var row in list.EnumerateArray())
            {
                if (!rows.HasRoom()) break;
                if (row.ValueKind == JsonValueKind.Object) rows.Add(name => Field(row, name));
                else rows.Malformed("it is no object");
            }
            return rows.Done();
        }
        catch (JsonException e)
        {
            return Malformed(rows, $"line {e.LineNumber + 1}");
        }
    }

    private static string Field(JsonElement row, string name) => !row.TryGetProperty(name, out var value)
        ? ""
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null => "",
            _ => value.GetRawText(),
        };

    private static TaxRateFile Malformed(TaxRateRows rows, string reason)
    {
        rows.Fault(TaxRateFileErrors.JsonMalformed.With(("reason", reason)));
        return rows.Done();
    }
}
