using System.Text.Json;

namespace OrderToCash.Tax.Tests.Vectors;

/// <summary>The document of a case, and its figures under the names the vectors use.</summary>
internal static class VectorDocument
{
    internal static Dictionary<string, object?> Compute(JsonElement inputs, TaxRounding? policy)
    {
        var code = inputs.GetProperty("currency").Text("code");
        var document = Read(inputs, policy);
        var taxed = Expect.Success(inputs.Find("down_payment") is { } down
            ? TaxDocuments.DownPayment(document, Share(down, document.Currency))
            : TaxDocuments.Compute(document));
        var figures = Summary(taxed.Summarize().FoldingIntoNet(inputs.Items("excluded_tax_groups").Select(g => g.ToString())));
        figures["currency_id"] = code;
        figures["company_currency_id"] = inputs.Find("company_currency")?.Text("code") ?? code;
        figures["base_lines_tax_details"] = taxed.Lines.Select(Line).ToList();
        return figures;
    }

    private static TaxDocument Read(JsonElement inputs, TaxRounding? policy)
    {
        var currency = Currencies(inputs.GetProperty("currency"), "QQD");
        var rate = inputs.Number("rate", 1);
        var company = inputs.Find("company_currency") is { } own ? Currencies(own, "QQC") : currency;
        if (company == currency && rate != 1) company = Currency.Custom("QQC", currency.Digits);
        var companyStep = Money.Of((inputs.Find("company_currency") ?? inputs.GetProperty("currency")).Number("rounding", 0.01m), company);
        return new()
        {
            Currency = currency,
            Step = Money.Of(inputs.GetProperty("currency").Number("rounding", 0.01m), currency),
            CompanyStep = company == currency ? null : companyStep,
            CompanyRate = company == currency ? null : new(company, currency, rate, new(2026, 1, 1), "vector"),
            Rounding = policy ?? Rounding(inputs.Text("rounding_method")),
            Distribution = DeltaDistribution.BiggestFirst,
            Lines = inputs.Items("lines").Select(l => Line(l, currency)).ToEquatableArray(),
            Discount = inputs.Find("global_discount") is { } discount ? Share(discount, currency) : null,
            CashRounding = inputs.Find("cash_rounding") is { } cash ? Cash(cash, currency) : null,
            CashRoundingStrategy = inputs.Find("cash_rounding") is { } shown ? Strategy(shown) : default,
        };
    }

    internal static TaxRounding Rounding(string method) => method switch
    {
        "round_per_line" => TaxRounding.PerLine,
        "round_globally" => TaxRounding.PerDocument,
        _ => throw new InvalidDataException($"rounding_method '{method}'"),
    };

    // A grid finer than that of ISO 4217 needs a currency of our own.
    private static Currency Currencies(JsonElement currency, string substitute)
    {
        var step = currency.Number("rounding", 0.01m);
        if (Currency.TryOf(currency.Text("code"), out var known) && Money.TryOf(step, known, out _)) return known;
        return Currency.Custom(substitute, (step / 1.0000000000000000000000000000m).Scale);
    }

    private static TaxDocumentLine Line(JsonElement line, Currency currency) => new()
    {
        Price = UnitPrice.Of(line.Number("price_unit"), currency),
        Quantity = Quantity.Pieces(line.Number("quantity", 1)),
        Discount = Percentage.Of(line.Number("discount_percent")),
        Taxes = VectorTaxes.Of(line),
    };

    private static DocumentShare Share(JsonElement share, Currency currency) => share.Text("type") switch
    {
        "percent" => DocumentShare.Percent(share.Number("amount")),
        "fixed" => DocumentShare.Of(Money.Of(share.Number("amount"), currency)),
        var type => throw new InvalidDataException($"type '{type}'"),
    };

    private static CashRoundingStrategy Strategy(JsonElement cash) => cash.Text("strategy") switch
    {
        "add_invoice_line" => CashRoundingStrategy.SeparateAmount,
        "biggest_tax" => CashRoundingStrategy.LargestTax,
        var strategy => throw new InvalidDataException($"strategy '{strategy}'"),
    };

    private static CashRounding Cash(JsonElement cash, Currency currency) => new()
    {
        Step = Money.Of(cash.Number("rounding"), currency),
        Rounding = cash.Text("method", "HALF-UP").ToUpperInvariant() switch
        {
            "HALF-UP" => Primitives.Rounding.HalfAwayFromZero,
            "HALF-DOWN" => Primitives.Rounding.HalfTowardZero,
            "HALF-EVEN" => Primitives.Rounding.HalfToEven,
            "UP" => Primitives.Rounding.AwayFromZero,
            "DOWN" => Primitives.Rounding.TowardZero,
            var method => throw new InvalidDataException($"method '{method}'"),
        },
    };

    private static Dictionary<string, object?> Summary(TaxSummary summary)
    {
        var figures = new Dictionary<string, object?> { ["same_tax_base"] = summary.HasOneBase };
        Put(figures, "base_amount", summary.Net);
        Put(figures, "tax_amount", summary.Tax);
        Put(figures, "total_amount", summary.Total);
        Put(figures, "cash_rounding_base_amount", summary.CashRounding);
        figures["subtotals"] = summary.Subtotals.Select(Subtotal).ToList();
        return figures;
    }

    private static Dictionary<string, object?> Subtotal(TaxSubtotalRow row)
    {
        var figures = new Dictionary<string, object?> { ["name"] = row.Name.Length == 0 ? "Untaxed Amount" : row.Name };
        Put(figures, "base_amount", row.Base);
        Put(figures, "tax_amount", row.Tax);
        figures["tax_groups"] = row.Groups.Select(Group).ToList();
        return figures;
    }

    private static Dictionary<string, object?> Group(TaxGroupRow row)
    {
        var figures = new Dictionary<string, object?> { ["tax_group"] = row.GroupId };
        Put(figures, "base_amount", row.Base);
        Put(figures, "tax_amount", row.Tax);
        Put(figures, "display_base_amount", row.ShownBase);
        return figures;
    }

    private static Dictionary<string, object?> Line(TaxedLine line)
    {
        var figures = new Dictionary<string, object?>();
        Put(figures, "total_excluded", line.NetAlone);
        Put(figures, "total_included", line.GrossAlone);
        Put(figures, "delta_total_excluded", line.NetAdjustment);
        figures["taxes_data"] = line.Taxes.Select(tax =>
        {
            var amounts = new Dictionary<string, object?> { ["is_reverse_charge"] = tax.IsCounterTax };
            Put(amounts, "base_amount", tax.Base);
            Put(amounts, "tax_amount", tax.Tax);
            return amounts;
        }).ToList();
        return figures;
    }

    private static void Put(Dictionary<string, object?> figures, string name, AmountPair? amount) =>
        (figures[name + "_currency"], figures[name]) = (amount?.Document.Amount, amount?.Company.Amount);
}
