using System.Text.Json;

namespace OrderToCash.Tax.Tests.Vectors;

/// <summary>Cases with a charge table.</summary>
internal static class VectorCharges
{
    internal static Dictionary<string, object?> Chain(JsonElement vector)
    {
        var document = Compute(vector.GetProperty("inputs"), payableStep: null);
        var figures = Figures(document);
        figures["rows"] = document.Rows.Select(r => (object?)new List<object?> { r.Amount.Document.Amount, r.Running.Document.Amount }).ToList();
        figures["base_rows"] = document.Rows.Select(r => (object?)new List<object?> { r.Amount.Company.Amount, r.Running.Company.Amount }).ToList();
        figures["rounding_adjustment"] = document.Adjustment.Document.Amount;
        figures["base_rounding_adjustment"] = document.Adjustment.Company.Amount;
        return figures;
    }

    // Documents have a payable total in whole units of the currency; the adjustment they show is what included rows miss of the promised
    // total and this rounding, together.
    internal static Dictionary<string, object?> Document(JsonElement vector)
    {
        var document = Compute(vector.GetProperty("inputs"), payableStep: 1);
        var figures = Figures(document);
        figures["tax"] = document.Rows.Select(r => (object?)r.Amount.Document.Amount).ToList();
        figures["running"] = document.Rows.Select(r => (object?)r.Running.Document.Amount).ToList();
        figures["rounded_total"] = document.Payable.Amount;
        figures["rounding_adjustment"] = (document.Adjustment.Document + document.Payable - document.GrandTotal.Document).Amount;
        return figures;
    }

    private static ChargedDocument Compute(JsonElement inputs, decimal? payableStep)
    {
        var currency = Currency.Of(inputs.Text("currency", "EUR"));
        var company = Currency.Of(inputs.Text("company_currency", currency.Code));
        var discount = inputs.Find("document_discount");
        return Expect.Success(ChargeTable.Compute(new()
        {
            Currency = currency,
            Items = inputs.Items("items").Select((item, i) => new ChargedItem
            {
                Item = item.Text("item", $"#{i}"),
                Quantity = Quantity.Pieces(item.Number("quantity", 1)),
                Price = UnitPrice.Of(item.Number("price_unit"), currency),
                Discount = Percentage.Of(item.Number("discount_percent")),
            }).ToEquatableArray(),
            Charges = inputs.Items("taxes").Select(c => Charge(c, currency)).ToEquatableArray(),
            Discount = discount is { } d ? Money.Of(d.Number("amount"), currency) : null,
            DiscountsGrandTotal = discount?.Text("applied_on") switch
            {
                null or "net_total" => false,
                "grand_total" => true,
                var on => throw new InvalidDataException($"applied_on '{on}'"),
            },
            CompanyRate = company == currency ? null : new(currency, company, inputs.Number("rate_company_per_document", 1), new(2026, 1, 1), "vector"),
            PayableStep = payableStep is { } step ? Money.Of(step, currency) : null,
        }));
    }

    private static Charge Charge(JsonElement charge, Currency currency) => new()
    {
        Basis = charge.Text("basis") switch
        {
            "net_total" => ChargeBasis.NetTotal,
            "amount_of_row" => ChargeBasis.RowAmount,
            "running_total_of_row" => ChargeBasis.RunningTotal,
            "fixed_amount" => ChargeBasis.FixedAmount,
            var basis => throw new InvalidDataException($"basis '{basis}'"),
        },
        Row = (int)charge.Number("row"),
        Rate = Percentage.Of(charge.Number("rate")),
        ItemRates = charge.Find("rate_for_item") is { } own
            ? own.EnumerateObject().Select(p => new ItemRate { Item = p.Name, Rate = Percentage.Of(p.Value.Number()) }).ToEquatableArray()
            : [],
        Amount = charge.Find("amount") is { } amount ? Money.Of(amount.Number(), currency) : null,
        Included = charge.Flag("included"),
    };

    private static Dictionary<string, object?> Figures(ChargedDocument document) => new()
    {
        ["total"] = document.Total.Document.Amount,
        ["base_total"] = document.Total.Company.Amount,
        ["item_rates"] = document.ItemPrices.Select(p => (object?)p.Amount).ToList(),
        ["item_net_amounts"] = document.ItemNets.Select(n => (object?)n.RoundedTo(0.0000000001m, Rounding.HalfAwayFromZero).ToDecimal()).ToList(),
        ["net_total"] = document.NetTotal.Document.Amount,
        ["base_net_total"] = document.NetTotal.Company.Amount,
        ["rows_before_discount"] = document.Rows.Select(r => (object?)r.BeforeDiscount.Amount).ToList(),
        ["grand_total"] = document.GrandTotal.Document.Amount,
        ["base_grand_total"] = document.GrandTotal.Company.Amount,
    };
}
