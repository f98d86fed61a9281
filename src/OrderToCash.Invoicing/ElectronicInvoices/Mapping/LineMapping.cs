using System.Globalization;

namespace OrderToCash.Invoicing;

/// <summary>Makes document lines.</summary>
internal static class LineMapping
{
    internal static DocumentLine Of(InvoiceLine line, int index, AmountMapping amounts) => new DocumentLine
    {
        Id = (index + 1).ToString(CultureInfo.InvariantCulture),
        Quantity = line.Quantity.Value,
        Unit = line.Quantity.Unit.Value,
        Net = amounts.Of(line.Net),
        AllowancesCharges = line.Discount is { IsZero: false } discount ? [Discount(discount, amounts)] : [],
        Price = line.Price is { } price && IsClose(price, line)
            ? PriceOf(price, line.Quantity.Unit)
            : PriceOf(line.Net, line.Quantity, line.Discount),
    }.With(line.Tax, line.Description, line.Product);

    // What is credited without taking anything back is one unit of its amount.
    internal static DocumentLine Of(CreditNoteLine line, int index, AmountMapping amounts)
    {
        var quantity = line.Quantity.IsZero
            ? Quantity.Of(line.Net.IsNegative ? -1 : 1, line.Quantity.Unit.IsNone ? UnitCode.Piece : line.Quantity.Unit)
            : line.Quantity;
        return new DocumentLine
        {
            Id = (index + 1).ToString(CultureInfo.InvariantCulture),
            Quantity = quantity.Value,
            Unit = quantity.Unit.Value,
            Net = amounts.Of(line.Net),
            Price = PriceOf(line.Net, quantity, null),
        }.With(line.Tax, line.Description, line.Product);
    }

    private static DocumentLine With(this DocumentLine line, TaxTreatment tax, string description, ProductId product) => line with
    {
        TaxCategory = tax.Category.Value,
        TaxRate = tax.Category == TaxCategory.OutOfScope ? null : tax.Rate.Value,
        Item = new() { Name = description, SellerId = product.IsNone ? null : product.Value },
    };

    // Peppol takes a net that is off by 0.02 at most (R120): in currencies without cents rounding alone is off by more.
    private static bool IsClose(UnitPrice price, InvoiceLine line) =>
        line.Net.Currency.Digits >= 2
        || Math.Abs(price.Amount * line.Quantity.Value / price.Per - line.Net.Amount - (line.Discount?.Amount ?? 0)) <= 0.02m;

    private static DocumentPrice PriceOf(UnitPrice price, UnitCode unit) => new()
    {
        Net = AmountMapping.Price(price.Amount, price.Currency),
        BaseQuantity = price.Per == 1 ? null : price.Per,
        BaseQuantityUnit = price.Per == 1 ? null : unit.Value,
    };

    // A price nobody stated: the amount for one where it has few decimals, else the whole amount for the whole quantity.
    private static DocumentPrice PriceOf(Money net, Quantity quantity, Money? discount)
    {
        var full = Math.Abs(net.Amount + (discount?.Amount ?? 0));
        var count = Math.Abs(quantity.Value);
        var each = decimal.Round(full / count, 4);
        if (each * count == full) return new() { Net = AmountMapping.Price(each, net.Currency) };
        return new()
        {
            Net = AmountMapping.Price(full, net.Currency), BaseQuantity = count, BaseQuantityUnit = quantity.Unit.Value,
        };
    }

    // A discount below zero is a charge.
    private static DocumentAllowanceCharge Discount(Money discount, AmountMapping amounts) => discount.IsNegative
        ? new() { IsCharge = true, Amount = amounts.Of(-discount), Reason = "Surcharge" }
        : new() { IsCharge = false, Amount = amounts.Of(discount), Reason = "Discount", ReasonCode = "95" };
}
