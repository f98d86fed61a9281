namespace OrderToCash.Tax;

/// <summary>A part of a document that is under one tax treatment, before an early-payment discount.</summary>
public sealed record CashDiscountPart
{
    /// <summary>The amount without tax.</summary>
    public required Money Net { get; init; }

    /// <summary>The tax that is a percentage of the net.</summary>
    public required Money Tax { get; init; }

    /// <summary>The tax on the net less the discount, for documents that charge it from the start.</summary>
    public required Money TaxOnDiscounted { get; init; }

    /// <summary>Tax by quantity; no discount lowers it.</summary>
    public required Money FixedTax { get; init; }

    /// <summary>A part under one rate.</summary>
    public static CashDiscountPart Of(TaxSubtotal subtotal, Percentage discount) => new()
    {
        Net = subtotal.Base,
        Tax = subtotal.Tax,
        TaxOnDiscounted = (ExactAmount.Of(subtotal.Base) * Left(discount) * ExactAmount.Of(subtotal.Rate.Fraction))
            .ToMoney(subtotal.Base.Currency, Rounding.HalfAwayFromZero),
        FixedTax = Money.Zero(subtotal.Base.Currency),
    };

    /// <summary>A part under any set of taxes.</summary>
    /// <param name="net">The amount without tax.</param>
    /// <param name="quantity">How many units, for amounts per quantity.</param>
    /// <param name="taxes">The taxes; prices are net here, whatever their definitions say.</param>
    /// <param name="discount">The discount the part is prepared for.</param>
    public static CashDiscountPart Of(Money net, decimal quantity, TaxProgram taxes, Percentage discount)
    {
        ArgumentNullException.ThrowIfNull(taxes);
        var (tax, fixedTax) = Taxes(ExactAmount.Of(net), quantity, taxes, net.Currency);
        var (discounted, _) = Taxes(ExactAmount.Of(net) * Left(discount), quantity, taxes, net.Currency);
        return new() { Net = net, Tax = tax, TaxOnDiscounted = discounted, FixedTax = fixedTax };
    }

    private static ExactAmount Left(Percentage discount) =>
        ExactAmount.Of(1) - ExactAmount.Of(discount.Value) / ExactAmount.Of(100);

    private static (Money Tax, Money Fixed) Taxes(ExactAmount net, decimal quantity, TaxProgram taxes, Currency currency)
    {
        var units = net.Sign * Math.Sign(quantity) < 0 ? -quantity : quantity;
        var line = taxes.Line(net, ExactAmount.Of(units), PriceMeaning.Net, (RoundingGrid?)null);
        var (sum, fixedSum) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var tax in line.Taxes)
        {
            var amount = tax.Tax.ToMoney(currency, Rounding.HalfAwayFromZero);
            if (taxes.Find(tax.TaxId).FollowsPrice) sum += amount;
            else fixedSum += amount;
        }
        return (sum, fixedSum);
    }
}
