using System.Text.Json;
using NodaTime.Text;

namespace OrderToCash.Tax.Tests.Vectors;

/// <summary>Cases about early-payment discounts.</summary>
internal static class VectorCashDiscounts
{
    // One payment for one or more invoices; each computes its payable amount once.
    internal static Dictionary<string, object?> Discount(JsonElement vector)
    {
        var inputs = vector.GetProperty("inputs");
        var discount = Percentage.Of(inputs.Number("discount_percent"));
        var mode = Enum.Parse<DiscountTaxMode>(inputs.Text("tax_mode"), ignoreCase: true);
        var invoices = Invoices(inputs).Select(i => (Split: CashDiscountSplit.Of(Parts(i, inputs, discount).ToEquatableArray(), discount, mode),
            InTime: (i.ValueKind == JsonValueKind.Object ? i : inputs).Flag("paid_in_time", inputs.Flag("paid_in_time", absent: true)))).ToArray();
        decimal Sum(Func<CashDiscountSplit, Money> figure) => invoices.Sum(i => figure(i.Split).Amount);
        decimal Taken(Func<CashDiscountSplit, Money> figure) => invoices.Where(i => i.InTime).Sum(i => figure(i.Split).Amount);
        return new()
        {
            ["invoice_totals"] = invoices.Select(i => (object?)i.Split.Total.Amount).ToList(),
            ["receivable"] = Sum(i => i.Total),
            ["payment"] = invoices.Sum(i => (i.InTime ? i.Split.Payable : i.Split.Total).Amount),
            ["base_reduction"] = Taken(i => i.NetReduction),
            ["tax_reduction"] = Taken(i => i.TaxReduction),
            ["net"] = Sum(i => i.Net),
            ["tax"] = Sum(i => i.Tax),
            ["tax_base"] = mode == DiscountTaxMode.Mixed ? invoices.Sum(i => i.Split.Parts.Sum(p => p.DiscountedNet.Amount)) : Sum(i => i.Net),
            ["total"] = Sum(i => i.Total),
        };
    }

    internal static Dictionary<string, object?> Window(JsonElement vector)
    {
        var inputs = vector.GetProperty("inputs");
        var days = (int)inputs.Number("discount_days");
        var invoiced = LocalDatePattern.Iso.Parse(inputs.Text("invoice_date")).Value;
        var terms = PaymentTerms.Days(days + 30).WithDiscount(Percentage.Of(2), days);
        var gross = Money.Of(100m, Currency.Eur);
        var schedule = Expect.Success(terms.Schedule(new() { InvoiceDate = invoiced, Gross = gross, Net = gross, Calendar = BusinessCalendar.EveryDay }));
        var last = schedule[0].Discounts[0].Until;
        List<object?> Where(string list, bool eligible) => vector.GetProperty("expected").Items(list)
            .Select(d => (object?)(LocalDatePattern.Iso.Parse(d.GetString()!).Value <= last == eligible ? d.GetString() : "no")).ToList();
        return new()
        {
            ["last_discount_date"] = LocalDatePattern.Iso.Format(last),
            ["eligible_on"] = Where("eligible_on", eligible: true),
            ["not_eligible_on"] = Where("not_eligible_on", eligible: false),
        };
    }

    // One payment for several invoices, or for the one the inputs themselves describe.
    private static JsonElement[] Invoices(JsonElement inputs) =>
        inputs.Find("invoices") is { } list ? [.. list.EnumerateArray()] : inputs.Find("nets") is { } nets ? [.. nets.EnumerateArray()] : [inputs];

    private static IEnumerable<CashDiscountPart> Parts(JsonElement invoice, JsonElement inputs, Percentage discount)
    {
        if (invoice.ValueKind != JsonValueKind.Object) yield return Part(inputs, invoice.Number(), 1, discount);
        else if (invoice.Find("lines") is { } lines)
            foreach (var line in lines.EnumerateArray()) yield return Part(line, line, discount);
        else yield return Part(invoice.Find("taxes") is null && invoice.Find("tax_percent") is null ? inputs : invoice, invoice, discount);
    }

    private static CashDiscountPart Part(JsonElement taxed, JsonElement amounts, Percentage discount)
    {
        var quantity = amounts.Number("quantity", 1);
        if (amounts.Find("net") is { } net) return Part(taxed, net.Number(), quantity, discount);
        var price = amounts.Number("price_unit");
        return Part(taxed, Program(taxed).Line(price, quantity, roundTo: 0.01m).Net.ToDecimal(), quantity, discount);
    }

    private static CashDiscountPart Part(JsonElement taxed, decimal net, decimal quantity, Percentage discount) =>
        CashDiscountPart.Of(Money.Of(net, Currency.Eur), quantity, Program(taxed), discount);

    private static TaxProgram Program(JsonElement taxed) => taxed.Find("taxes") is not null
        ? VectorTaxes.Program(taxed)
        : Expect.Success(TaxProgram.Compile(TaxDefinition.Percent("tax", taxed.Number("tax_percent"))));
}
