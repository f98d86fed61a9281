using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Invoicing.Tests;

/// <summary>
/// Official documents (vectors/tax/en16931-documents.json): breakdown and totals recomputed from lines, allowances and charges,
/// to the cent where the file says that the document is exact.
/// </summary>
public sealed class En16931DocumentVectors
{
    private const string Path = "tax/en16931-documents.json";

    private static readonly Lazy<Dictionary<string, JsonElement>> Documents = new(Load);

    public static TheoryData<string> Cases => new(Documents.Value.Keys);

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Figures_of_an_official_document(string id)
    {
        var c = Documents.Value[id];
        var computed = Expect.Success(DocumentOf(c).Computed());
        var exact = c.GetProperty("exact");
        Assert.Equal(BreakdownOf(c, "taxable").Select(r => r.Key), RowsOf(computed, s => s.TaxableAmount).Select(r => r.Key));
        AssertRows(BreakdownOf(c, "taxable"), RowsOf(computed, s => s.TaxableAmount), Tolerance(exact.GetProperty("breakdown_bases")));
        AssertRows(BreakdownOf(c, "tax"), RowsOf(computed, s => s.TaxAmount), Tolerance(exact.GetProperty("breakdown_tax")));
        AssertTotals(c.GetProperty("totals"), computed.Totals!, TotalsTolerance(c));
        if (exact.GetProperty("line_formula").GetBoolean()) AssertLines(c, computed);
    }

    // What is not exact in the document itself is a cent off.
    private static decimal Tolerance(JsonElement exact) => exact.GetBoolean() ? 0 : 0.01m;

    private static void AssertRows(List<(string Key, decimal Amount)> expected, List<(string Key, decimal Amount)> found, decimal tolerance) =>
        Assert.All(expected.Zip(found), p => Assert.InRange(p.First.Amount - p.Second.Amount, -tolerance, tolerance));

    // A tax that is a cent off is so in what is added up of it, and nowhere else.
    private static decimal TotalsTolerance(JsonElement c) => c.GetProperty("vat_breakdown").GetArrayLength() * Math.Max(
        Tolerance(c.GetProperty("exact").GetProperty("breakdown_tax")), Tolerance(c.GetProperty("exact").GetProperty("totals")));

    private static void AssertTotals(JsonElement expected, DocumentTotals totals, decimal taxed)
    {
        var found = new (string Name, DocumentAmount? Amount)[]
        {
            ("sum_of_line_net", totals.LineNet), ("sum_of_allowances", totals.Allowances), ("sum_of_charges", totals.Charges),
            ("total_without_vat", totals.Net), ("total_vat", totals.Tax), ("total_with_vat", totals.Gross),
            ("paid", totals.Prepaid), ("rounding", totals.Rounding), ("due", totals.Payable),
            ("total_vat_in_tax_currency", totals.TaxInTaxCurrency),
        };
        Assert.All(found, f =>
        {
            var tolerance = f.Name is "total_vat" or "total_with_vat" or "due" ? taxed : 0;
            Assert.InRange((f.Amount?.Value ?? 0) - (Number(expected, f.Name) ?? 0), -tolerance, tolerance);
        });
    }

    // Without their nets the lines come to the same document.
    private static void AssertLines(JsonElement c, InvoiceDocument computed)
    {
        var document = DocumentOf(c);
        var again = Expect.Success((document with { Lines = [.. document.Lines.Select(l => l with { Net = null })] }).Computed());
        Assert.Equal(computed.Lines.Select(l => l.Net!.Value.Value), again.Lines.Select(l => l.Net!.Value.Value));
        Assert.Equal(computed.Totals!.Payable!.Value.Value, again.Totals!.Payable!.Value.Value);
    }

    private static InvoiceDocument DocumentOf(JsonElement c) => new()
    {
        IsCreditNote = Text(c, "document") switch { "invoice" => false, "credit_note" => true, var kind => throw new InvalidDataException($"document '{kind}'") },
        TypeCode = Text(c, "type_code"),
        Currency = Text(c, "currency"),
        TaxCurrency = Text(c, "tax_currency"),
        Lines = [.. c.GetProperty("lines").EnumerateArray().Select(LineOf)],
        AllowancesCharges = PartsOf(c, "document_allowances_charges"),
        Totals = new()
        {
            Prepaid = Amount(c.GetProperty("totals"), "paid"),
            Rounding = Amount(c.GetProperty("totals"), "rounding"),
            TaxInTaxCurrency = Amount(c.GetProperty("totals"), "total_vat_in_tax_currency"),
        },
    };

    private static DocumentLine LineOf(JsonElement line) => new()
    {
        Quantity = Number(line, "quantity"),
        Unit = Text(line, "unit"),
        Net = Amount(line, "net_amount"),
        Price = new() { Net = Amount(line, "net_price"), BaseQuantity = Number(line, "price_base_quantity") },
        AllowancesCharges = PartsOf(line, "allowances_charges"),
        TaxCategory = Text(line, "category"),
        TaxRate = Number(line, "rate"),
    };

    private static EquatableArray<DocumentAllowanceCharge> PartsOf(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var parts) ? [] : [.. parts.EnumerateArray().Select(p => new DocumentAllowanceCharge
        {
            IsCharge = p.GetProperty("charge").GetBoolean(),
            Amount = Amount(p, "amount"),
            BaseAmount = Amount(p, "base"),
            Percent = Number(p, "percent"),
            TaxCategory = Text(p, "category"),
            TaxRate = Number(p, "rate"),
        })];

    private static List<(string Key, decimal Amount)> BreakdownOf(JsonElement c, string figure) => [.. c.GetProperty("vat_breakdown").EnumerateArray()
        .Select(b => (Row(Text(b, "category"), Number(b, "rate")), Number(b, figure) ?? 0)).Order()];

    private static List<(string Key, decimal Amount)> RowsOf(InvoiceDocument document, Func<DocumentTaxSubtotal, DocumentAmount?> figure) =>
        [.. document.TaxBreakdown.Select(s => (Row(s.Category, s.Rate), figure(s)?.Value ?? 0)).Order()];

    private static string Row(string? category, decimal? rate) => string.Create(CultureInfo.InvariantCulture, $"{category} {rate ?? 0:0.####}");

    private static DocumentAmount? Amount(JsonElement e, string name) => Number(e, name) is { } value ? new() { Value = value } : null;

    private static decimal? Number(JsonElement e, string name) =>
        Text(e, name) is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Two sources share a file name: the later ones are told apart by a number.
    private static Dictionary<string, JsonElement> Load()
    {
        var documents = new Dictionary<string, JsonElement>();
        foreach (var c in JsonDocument.Parse(VectorFile.Text(Path)).RootElement.EnumerateArray())
        {
            var id = Text(c, "id")!;
            for (var i = 2; documents.ContainsKey(id); i++) id = $"{Text(c, "id")} ({i})";
            documents.Add(id, c);
        }
        return documents;
    }
}
