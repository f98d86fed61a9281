namespace OrderToCash.Receivables;

/// <summary>A tax of a draft: a percentage of the net, or an amount per document that no discount lowers.</summary>
public sealed record DraftTax
{
    /// <summary>The percentage of the net; null for a fixed amount.</summary>
    public Percentage? Percent { get; init; }

    /// <summary>The amount per document; null for a percentage.</summary>
    public Money? Fixed { get; init; }

    /// <summary>The role it is posted to; none for <c>tax.output</c>.</summary>
    public AccountRole Role { get; init; }

    internal AccountRole Account => Role.IsNone ? AccountRole.OutputTax : Role;

    /// <summary>
    /// The shares of taxes that are contained in an amount of money: each is its percentage of one and the same net, rounded
    /// once, a
    /// half away from zero.
    /// </summary>
    /// <param name="gross">The money, tax included.</param>
    /// <param name="taxes">The taxes contained.</param>
    /// <param name="taxPoint">The day the taxes fall due.</param>
    public static EquatableArray<TaxShare> Contained(Money gross, EquatableArray<DraftTax> taxes, LocalDate taxPoint)
    {
        var (percentages, taxed) = (0m, gross);
        foreach (var tax in taxes)
        {
            percentages += tax.Percent?.Value ?? 0m;
            taxed -= tax.Fixed ?? Money.Zero(gross.Currency);
        }
        var shares = new TaxShare[taxes.Count];
        var net = taxed;
        for (var i = 0; i < shares.Length; i++)
        {
            var amount = taxes[i].Percent is { } percent
                ? Money.Rounded(taxed.Amount * percent.Value / (100m + percentages), gross.Currency, Rounding.HalfAwayFromZero)
                : taxes[i].Fixed ?? Money.Zero(gross.Currency);
            shares[i] = taxes[i].Share(Money.Zero(gross.Currency), amount, taxPoint);
            if (taxes[i].Percent is not null) net -= amount;
        }
        for (var i = 0; i < shares.Length; i++)
            if (taxes[i].Percent is not null) shares[i] = shares[i] with { Base = net };
        return [.. shares];
    }

    internal TaxShare Share(Money @base, Money tax, LocalDate taxPoint) => new()
    {
        Category = Percent is not { } percent ? TaxCategory.OutOfScope
            : percent == Percentage.Zero ? TaxCategory.ZeroRated : TaxCategory.Standard,
        Rate = Percent ?? Percentage.Zero,
        Base = @base,
        Tax = tax,
        TaxPoint = taxPoint,
    };
}
