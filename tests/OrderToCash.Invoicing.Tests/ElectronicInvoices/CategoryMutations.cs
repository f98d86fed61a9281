using static OrderToCash.Invoicing.Tests.ADocument;
using static OrderToCash.Invoicing.Tests.RuleMutation;

namespace OrderToCash.Invoicing.Tests;

/// <summary>Wrong documents for the ten rules of each tax category.</summary>
internal static class CategoryMutations
{
    private static readonly (string Prefix, string Code, decimal? Rate, decimal? Wrong)[] Categories =
    [
        ("BR-S", "S", 20, 0), ("BR-Z", "Z", 0, 1), ("BR-E", "E", 0, 1), ("BR-AE", "AE", 0, 1), ("BR-IC", "K", 0, 1), ("BR-G", "G", 0, 1),
        ("BR-O", "O", null, 0), ("BR-AF", "L", 5, -1), ("BR-AG", "M", 5, -1),
    ];

    internal static readonly RuleMutation[] All =
    [
        .. Categories.SelectMany(c => Ten(c.Prefix, c.Code, c.Rate, c.Wrong)),
        From(() => In("K", 0), "BR-IC-11", d => d with { Delivery = d.Delivery! with { Date = null }, Period = null }),
        From(() => In("K", 0), "BR-IC-12", d => d with { Delivery = d.Delivery! with { Address = null } }),
        From(() => In("O", null), "BR-O-11", d => d with { TaxBreakdown = d.TaxBreakdown.Add(new()
            { Category = "Z", Rate = 0, TaxableAmount = Eur(0), TaxAmount = Eur(0) }) }),
        From(() => In("O", null), "BR-O-12", d => With(d, d.Line(l => l with { TaxCategory = "Z", TaxRate = 0 })),
            "BR-O-11", "BR-Z-02"),
        From(() => In("O", null), "BR-O-13", d => With(d, d.Part(0, p => p with { TaxCategory = "Z", TaxRate = 0 })), "BR-O-11", "BR-Z-03"),
        From(() => In("O", null), "BR-O-14", d => With(d, d.Part(1, p => p with { TaxCategory = "Z", TaxRate = 0 })), "BR-O-11", "BR-Z-04"),
    ];

    private static IEnumerable<RuleMutation> Ten(string prefix, string code, decimal? rate, decimal? wrong)
    {
        Func<InvoiceDocument> valid = () => In(code, rate);
        var isTaxed = rate > 0;
        string[] others = [$"{prefix}-02", $"{prefix}-03", $"{prefix}-04", "BR-CO-26"];
        yield return From(valid, $"{prefix}-01", d => d with { TaxBreakdown = [] }, "BR-CO-18");
        if (!isTaxed) yield return From(valid, $"{prefix}-01", d => d with { TaxBreakdown = d.TaxBreakdown.Add(d.TaxBreakdown[0]) });
        yield return From(valid, $"{prefix}-02", d => Ids(d with { AllowancesCharges = [] }, code), [.. others, "BR-CO-11", "BR-CO-12", $"{prefix}-08"]);
        yield return From(valid, $"{prefix}-03", d => Ids(d, code), others);
        yield return From(valid, $"{prefix}-04", d => Ids(d, code), others);
        string[] moved = [$"{prefix}-08"];
        yield return From(valid, $"{prefix}-05", d => d.Line(l => l with { TaxRate = wrong }), moved);
        yield return From(valid, $"{prefix}-06", d => d.Part(0, p => p with { TaxRate = wrong }), moved);
        yield return From(valid, $"{prefix}-07", d => d.Part(1, p => p with { TaxRate = wrong }), moved);
        yield return From(valid, $"{prefix}-08", d => d.Subtotal(s => s with { TaxableAmount = s.TaxableAmount.Plus(1) }), "O2C-TAX-AMOUNT");
        yield return From(valid, $"{prefix}-09", d => d.Subtotal(s => s with { TaxAmount = s.TaxAmount.Plus(2) }), "BR-CO-14", "BR-CO-17");
        yield return From(valid, $"{prefix}-10", d => d.Subtotal(s => s with { ExemptionReason = s.ExemptionReason is null ? "why" : null }));
    }

    // The ids the category needs are gone; out of scope must not show them.
    private static InvoiceDocument Ids(InvoiceDocument d, string code) => code == "O"
        ? d.Seller(s => s with { VatId = "DE123456789" })
        : d.Seller(s => s with { VatId = null });

    private static InvoiceDocument With(InvoiceDocument valid, InvoiceDocument changed) => Computed(changed with { TaxBreakdown = valid.TaxBreakdown });
}
