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
        var invoices = Parts(inputs, discount).Select(p => CashDiscountSplit.Of([p], discount, mode)).ToArray();
        var inTime = inputs.Flag("paid_in_time", absent: true);
        decimal Sum(Func<CashDiscountSplit, Money> figure) => invoices.Sum(i => figure(i).Amount);
        return new()
        {
            ["invoice_totals"] = invoices.Select(i => (object?)i.Total.Amount).ToList(),
            ["receivable"] = Sum(i => i.Total),
            ["payment"] = Sum(i => inTime ? i.Payable : i.Total),
            ["base_reduction"] = inTime ? Sum(i => i.NetReduction) : 0m,
            ["tax_reduction"] = inTime ? Sum(i => i.TaxReduction) : 0m,
            ["net"] = Sum(i => i.Net),
            ["tax"] = Sum(i => i.Tax),
            ["tax_base"] = mode == DiscountTaxMode.Mixed ? invoices.Sum(i => i.Parts.Sum(p => p.DiscountedNet.Amount)) : Sum(i => i.Net),
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

    private static IEnumerable<CashDiscountPart> Parts(JsonElement inputs, Percentage discount)
    {
        foreach (var invoice in inputs.Items("invoices")) yield return Part(invoice, invoice, discount);
        foreach (var net in inputs.Items("nets")) yield return Part(inputs, net.Number(), 1, discount);
        if (inputs.Find("net") is not null || inputs.Find("price_unit") is not null) yield return Part(inputs, inputs, discount);
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
