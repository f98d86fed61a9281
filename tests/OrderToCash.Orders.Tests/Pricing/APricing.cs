using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

/// <summary>Builds prices and policies, and prices orders with them.</summary>
internal static class APricing
{
    public static readonly PricingPolicy Plain = PricingPolicy.Standard;

    public static PriceListEntry Price(decimal amount, string product = "P") =>
        new() { Product = new(product), Price = UnitPrice.Of(amount, Currency.Eur) };

    public static PriceList List(params PriceListEntry[] entries) => new() { Name = "2026", Entries = [.. entries] };

    public static PriceQuestion Question(decimal pieces = 1) =>
        new() { Product = new("P"), Quantity = Quantity.Pieces(pieces), Currency = Currency.Eur, On = Day, Customer = new("C-7") };

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    public static Percentage Percent(decimal value) => Percentage.Of(value);

    public static OrderLineTerms Off(this OrderLineTerms line, params LineDiscount[] discounts) =>
        line with { Discounts = [.. discounts] };

    public static LineDiscount By(decimal percent) => new() { Percent = Percentage.Of(percent) };

    public static LineDiscount Less(decimal amount) => new() { Amount = Eur(amount) };

    public static PricedOrder Priced(PricingPolicy policy, OrderTerms terms, params OrderLineTerms[] lines) =>
        OrderPricing.Price(terms, [.. lines], policy, default, Rounding.HalfAwayFromZero);

    public static PricedOrder Priced(PricingPolicy policy, params OrderLineTerms[] lines) => Priced(policy, Terms, lines);

    public static string[] Trace(this PricedLine line) =>
        [.. line.Explain().Select(s => $"{s.Text}: {s.Before.Amount} {s.Amount.Amount} -> {s.After.Amount}")];

    public static Money Total(this PricedOrder order) => Money.Sum(order.Lines.Select(l => l.Amount), order.Lines[0].Gross.Currency);

    public static EquatableArray<DomainError> Errors(this PricedOrder order) => order.Findings.Select(f => f.Error).ToEquatableArray();
}
