using System.Globalization;
using System.Text.Json;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>
/// The figures of official EN 16931 documents, recomputed from their lines, allowances and charges, without tolerance where the
/// document itself is exact.
/// </summary>
public class OfficialDocumentTests
{
    // Ids repeat between collections; sources do not.
    private static readonly Dictionary<string, JsonElement> Documents = JsonDocument.Parse(VectorFile.Text("tax/en16931-documents.json")).RootElement
        .EnumerateArray().ToDictionary(d => Text(d, "source")!);

    public static TheoryData<string> Cases => new(Documents.Keys);

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Totals_and_breakdown_are_those_of_the_document(string source)
    {
        var document = Documents[source];
        var draft = DraftOf(document);
        var (totals, expected) = (draft.Totals(), document.GetProperty("totals"));
        var rows = document.GetProperty("vat_breakdown").EnumerateArray()
            .OrderBy(b => Text(b, "category"), StringComparer.Ordinal).ThenBy(b => Number(b, "rate")).ToList();
        var subtotals = draft.Breakdown().Subtotals;
        Assert.Equal(rows.Select(b => (Text(b, "category")!, Number(b, "rate"))), subtotals.Select(s => (s.Category.Value, s.Rate.Value)));
        bool IsExact(string figure) => document.GetProperty("exact").GetProperty(figure).GetBoolean();
        var taxed = IsExact("breakdown_tax") && IsExact("totals") ? 0 : rows.Count;
        AssertNear(0, (Amount("sum_of_line_net"), totals.LineNet), (Amount("sum_of_allowances"), totals.Allowances), (Amount("sum_of_charges"), totals.Charges),
            (Amount("total_without_vat"), totals.Net));
        AssertNear(taxed, (Amount("total_vat"), totals.Tax), (Amount("total_with_vat"), totals.Gross), (Amount("due"), totals.Payable));
        AssertNear(IsExact("breakdown_bases") ? 0 : 1, [.. rows.Zip(subtotals, (b, s) => (Money(b, "taxable", draft.Currency), s.Base))]);
        AssertNear(IsExact("breakdown_tax") ? 0 : 1, [.. rows.Zip(subtotals, (b, s) => (Money(b, "tax", draft.Currency), s.Tax))]);

        Money Amount(string name) => Money(expected, name, draft.Currency);
    }

    private static void AssertNear(int cents, params (Money Expected, Money Found)[] figures) =>
        Assert.All(figures, f => Assert.InRange((f.Expected - f.Found).MinorUnits, -cents, cents));

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void What_official_documents_say_of_amounts_is_found_to_hold(string source)
    {
        var document = Documents[source];
        var draft = DraftOf(document);
        string[] arithmetic = [InvoiceErrors.LineNetMismatch.Code, InvoiceErrors.AllowanceMismatch.Code, InvoiceErrors.AllowanceTax.Code,
            InvoiceErrors.OtherCurrency.Code, InvoiceErrors.RoundingTooLarge.Code, InvoiceErrors.GrossMissing.Code];
        var found = draft.Check().Where(f => arithmetic.Contains(f.Code)).ToList();
        // Where the document's own line formula does not hold to the cent, it is found.
        if (document.GetProperty("exact").GetProperty("line_formula").GetBoolean()) Assert.Empty(found);
        else Assert.NotEmpty(found);
    }

    private static DraftInvoice DraftOf(JsonElement document)
    {
        var currency = Currency.Of(Text(document, "currency")!);
        var (paid, rounding) = (Money(document.GetProperty("totals"), "paid", currency), Money(document.GetProperty("totals"), "rounding", currency));
        return Draft(currency) with
        {
            Lines = document.GetProperty("lines").EnumerateArray().Select((l, i) => new InvoiceLine
            {
                Description = $"Line {i + 1}",
                Quantity = Quantity.Pieces(Number(l, "quantity")),
                Price = UnitPrice.Of(Number(l, "net_price"), currency, Text(l, "price_base_quantity") is null ? 1 : Number(l, "price_base_quantity")),
                Net = Money(l, "net_amount", currency),
                AllowancesCharges = Items(l, "allowances_charges", currency),
                Tax = Treatment(l),
            }).ToEquatableArray(),
            AllowancesCharges = Items(document, "document_allowances_charges", currency),
            Prepaid = paid.IsZero ? null : paid,
            RoundingAmount = rounding.IsZero ? null : rounding,
        };
    }

    private static EquatableArray<AllowanceCharge> Items(JsonElement parent, string name, Currency currency) => !parent.TryGetProperty(name, out var items)
        ? default
        : items.EnumerateArray().Select(a => new AllowanceCharge
        {
            IsCharge = a.GetProperty("charge").GetBoolean(),
            Amount = Money(a, "amount", currency),
            Base = Text(a, "percent") is null || Text(a, "base") is null ? null : Money(a, "base", currency),
            Percent = Text(a, "percent") is null || Text(a, "base") is null ? null : Percentage.Of(Number(a, "percent")),
            Reason = "As agreed",
            Tax = Text(a, "category") is null ? null : Treatment(a),
        }).ToEquatableArray();

    private static TaxTreatment Treatment(JsonElement element) => new()
    {
        Category = new(Text(element, "category")!), Rate = Percentage.Of(Number(element, "rate")), ReasonText = "As the law says",
    };

    private static Money Money(JsonElement element, string name, Currency currency) => Primitives.Money.Of(Number(element, name), currency);

    private static decimal Number(JsonElement element, string name) =>
        Text(element, name) is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : 0;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
