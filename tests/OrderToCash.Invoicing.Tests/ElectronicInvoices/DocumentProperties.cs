using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Invoicing.Tests;

/// <summary>A random document: its currency, a category mix, lines of quantity, price and rate, parts of the whole document.</summary>
public sealed record AnyDocument(string Currency, int Mix, int[] Quantities, int[] Prices, int[] Rates, int[] Parts, bool Credit);

/// <summary>What the calculator makes keeps every rule, and no amount of it can be changed unnoticed.</summary>
public class DocumentProperties
{
    private static readonly string[] Currencies = ["EUR", "USD", "JPY", "KWD", "HUF", "ISK", "CLF"];

    // Out of scope stands alone; split payment is Italian only.
    private static readonly string[][] Mixes = [["S"], ["S", "Z", "E"], ["S", "AE", "K", "G"], ["O"], ["L", "M", "S"], ["E", "K"]];

    private static readonly decimal[] Standard = [0.5m, 2.1m, 5.5m, 7, 19, 20, 25.5m];

    public static Arbitrary<AnyDocument> Documents { get; } = Arb.From(
        from currency in Gen.Elements(Currencies)
        from mix in Gen.Choose(0, Mixes.Length - 1)
        from count in Gen.Choose(1, 12)
        from quantities in Gen.ArrayOf(Gen.Choose(-50, 5_000), count)
        from prices in Gen.ArrayOf(Gen.Choose(0, 9_999_999), count)
        from rates in Gen.ArrayOf(Gen.Choose(0, Standard.Length - 1), count)
        from parts in Gen.ListOf(Gen.Choose(-50_000, 50_000))
        from credit in Gen.Elements(true, false)
        select new AnyDocument(currency, mix, quantities, prices, rates, parts.Take(4).ToArray(), credit),
        d => Enumerable.Range(1, d.Quantities.Length - 1).Select(n => d with { Quantities = d.Quantities[..n] })
            .Concat(d.Parts.Length == 0 ? [] : [d with { Parts = [] }]));

    [Property(MaxTest = 500, Arbitrary = [typeof(DocumentProperties)])]
    public void Computed_document_keeps_every_rule(AnyDocument any)
    {
        var findings = En16931Rules.Check(Make(any), RuleOptions.Exact);
        Assert.True(findings.IsEmpty, string.Join("\n", findings));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(DocumentProperties)])]
    public void Tampered_amount_is_found(AnyDocument any)
    {
        var document = Make(any);
        foreach (var (name, changed) in Tampered(document))
            Assert.False(En16931Rules.Check(changed, RuleOptions.Exact).IsEmpty, $"{name} was changed unnoticed");
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(DocumentProperties)])]
    public void Computing_twice_changes_nothing(AnyDocument any)
    {
        var once = Make(any);
        Assert.Equal(once, ADocument.Computed(once));
    }

    private static InvoiceDocument Make(AnyDocument any)
    {
        var mix = Mixes[any.Mix];
        var valid = ADocument.Valid();
        var isOutOfScope = mix[0] == "O";
        var document = valid with
        {
            IsCreditNote = any.Credit,
            TypeCode = any.Credit ? "381" : "380",
            PrecedingInvoices = any.Credit ? [] : valid.PrecedingInvoices,
            Currency = any.Currency,
            Totals = null,
            Seller = valid.Seller! with { VatId = isOutOfScope ? null : "DE123456789" },
            Buyer = valid.Buyer! with { VatId = isOutOfScope ? null : "DE987654321" },
            TaxBreakdown = [.. mix.Where(c => c is "E" or "AE" or "K" or "G" or "O").Select(c => new DocumentTaxSubtotal { Category = c, Rate = 0, ExemptionReason = "Not taxed" })],
            Lines = [.. any.Quantities.Select((q, i) => Line(any, i, mix))],
            AllowancesCharges = [.. any.Parts.Select((p, i) => Part(any, p, i, mix))],
        };
        return ADocument.Computed(document);
    }

    private static DocumentLine Line(AnyDocument any, int i, string[] mix)
    {
        var (category, rate) = Tax(any, i, mix);
        return ADocument.Valid().Lines[0] with
        {
            Id = $"{i + 1}", Quantity = any.Quantities[i] / 10m, Net = null, TaxCategory = category, TaxRate = rate, AllowancesCharges = [],
            Price = new() { Net = Amount(any, any.Prices[i] / 1000m), BaseQuantity = i % 3 == 0 ? 100 : null },
        };
    }

    private static DocumentAllowanceCharge Part(AnyDocument any, int amount, int i, string[] mix)
    {
        var (category, rate) = Tax(any, i % any.Quantities.Length, mix);
        var whole = decimal.Round(amount / 100m, Digits(any), MidpointRounding.AwayFromZero);
        return new() { IsCharge = amount > 0, Amount = Amount(any, Math.Abs(whole)), TaxCategory = category, TaxRate = rate, Reason = "Agreed" };
    }

    private static (string Category, decimal? Rate) Tax(AnyDocument any, int i, string[] mix)
    {
        var category = mix[any.Rates[i] % mix.Length];
        return (category, category switch { "S" or "L" or "M" => Standard[any.Rates[i]], "O" => null, _ => 0 });
    }

    private static int Digits(AnyDocument any) => Math.Min(2, Currency.Of(any.Currency).Digits);

    private static DocumentAmount Amount(AnyDocument any, decimal value) => new() { Value = value, Currency = any.Currency };

    // By one minor unit each, the least there is.
    private static IEnumerable<(string Name, InvoiceDocument Document)> Tampered(InvoiceDocument d)
    {
        var unit = Currency.Of(d.Currency!).Digits == 0 ? 1m : 0.01m;
        for (var i = 0; i < d.Lines.Count; i++)
            yield return ($"lines[{i}].net", d with { Lines = d.Lines.SetItem(i, d.Lines[i] with { Net = d.Lines[i].Net.Plus(unit) }) });
        for (var i = 0; i < d.AllowancesCharges.Count; i++)
            yield return ($"allowancesCharges[{i}]", d.Part(i, p => p with { Amount = p.Amount.Plus(unit) }));
        for (var i = 0; i < d.TaxBreakdown.Count; i++)
        {
            var s = d.TaxBreakdown[i];
            yield return ($"taxBreakdown[{i}].taxableAmount", d with { TaxBreakdown = d.TaxBreakdown.SetItem(i, s with { TaxableAmount = s.TaxableAmount.Plus(unit) }) });
            yield return ($"taxBreakdown[{i}].taxAmount", d with { TaxBreakdown = d.TaxBreakdown.SetItem(i, s with { TaxAmount = s.TaxAmount.Plus(unit) }) });
        }
        var t = d.Totals!;
        yield return ("lineNet", d with { Totals = t with { LineNet = t.LineNet.Plus(unit) } });
        yield return ("net", d with { Totals = t with { Net = t.Net.Plus(unit) } });
        yield return ("tax", d with { Totals = t with { Tax = t.Tax.Plus(unit) } });
        yield return ("gross", d with { Totals = t with { Gross = t.Gross.Plus(unit) } });
        yield return ("payable", d with { Totals = t with { Payable = t.Payable.Plus(unit) } });
        if (t.Allowances is not null) yield return ("allowances", d with { Totals = t with { Allowances = t.Allowances.Plus(unit) } });
        if (t.Charges is not null) yield return ("charges", d with { Totals = t with { Charges = t.Charges.Plus(unit) } });
    }
}
