using OrderToCash.Customers;
using OrderToCash.Orders;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>The tax of an order's lines: one determination per tax class.</summary>
internal static class OrderTaxation
{
    /// <summary>The tag of a line that names its product's tax class; without it the standard class holds.</summary>
    public const string TaxClassTag = "tax-class";

    /// <summary>The treatment of each line, in the order of the lines.</summary>
    public static Result<TaxTreatment[]> Determine(
        Order order, LegalEntity seller, CustomerProfile buyer, LocalDate taxPoint, ITaxRates rates)
    {
        // No order states the seller's distance sales (TaxRules).
        var stance = seller.DistanceSales ?? UnstatedDistanceSales.Destination;
        var policy = new TaxDeterminationPolicy { UnstatedDistanceSales = stance };
        var byClass = new Dictionary<TaxClass, TaxTreatment>();
        var treatments = new TaxTreatment[order.Lines.Count];
        for (var i = 0; i < treatments.Length; i++)
        {
            var taxClass = ClassOf(order.Lines[i]);
            if (!byClass.TryGetValue(taxClass, out var treatment))
            {
                var answer = TaxDetermination.Determine(Question(order, seller, buyer, taxClass, taxPoint), rates, policy);
                if (!answer.IsSuccess)
                    return Result.Failure<TaxTreatment[]>(answer.Errors.Select(e => e.Below($"lines[{i}].tax")));
                byClass[taxClass] = treatment = answer.Value;
            }
            treatments[i] = treatment;
        }
        return Result.Success(treatments);
    }

    /// <summary>The gross value of parts of the lines, by the seller's tax computation.</summary>
    public static Money Gross(Order order, TaxTreatment[] treatments, Func<OrderLine, Money> part, TaxComputation computation)
    {
        var lines = new TaxableLine[treatments.Length];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new() { Net = part(order.Lines[i]), Category = treatments[i].Category, Rate = treatments[i].Rate };
        return TaxBreakdown.Compute(lines, computation, order.Terms.Currency).Gross;
    }

    private static TaxQuestion Question(
        Order order, LegalEntity seller, CustomerProfile buyer, TaxClass taxClass, LocalDate taxPoint) => new()
    {
        SellerRegistrations = seller.Party.TaxRegistrations,
        Buyer = buyer.TaxStatus switch
        {
            CustomerTaxStatus.Business => BuyerStatus.Business,
            CustomerTaxStatus.PublicBody => BuyerStatus.Public,
            _ => BuyerStatus.Consumer,
        },
        BuyerRegistrations = order.Terms.BillTo.TaxRegistrations,
        ShipFrom = seller.Party.Address.Country,
        ShipFromRegion = seller.Party.Address.Region,
        ShipFromPostCode = seller.Party.Address.PostCode,
        ShipTo = order.Terms.ShipTo.Country,
        ShipToRegion = order.Terms.ShipTo.Region,
        ShipToPostCode = order.Terms.ShipTo.PostCode,
        TaxClass = taxClass,
        TaxPoint = taxPoint,
    };

    private static TaxClass ClassOf(OrderLine line)
    {
        foreach (var tag in line.Priced.Terms.Tags)
            if (tag.Name == TaxClassTag) return new(tag.Value);
        return TaxClass.Standard;
    }
}
